import { battlesOfVotes, readBattles, type JudgeReportOptions } from '@understudy/arena';
import type { ArenaStore, Question } from '@understudy/store';

/**
 * People's battles to compare a judge with: of a file, whose questions are named as in its own source, or the votes of the arena on the same
 * questions; undefined where there are none.
 */
export async function humanBattles(
  store: Pick<ArenaStore, 'votes'>,
  { file, questions }: { readonly file: string | undefined; readonly questions: readonly Question[] },
): Promise<JudgeReportOptions['humans']> {
  if (file !== undefined) return { table: await readBattles(file), questionIds: 'source' };
  const ids = new Set(questions.map(({ id }) => id));
  async function* onQuestions() {
    for await (const vote of store.votes()) if (vote.questionId !== null && ids.has(vote.questionId)) yield vote;
  }
  const table = await battlesOfVotes(onQuestions());
  return table.first.length === 0 ? undefined : { table, questionIds: 'stored' };
}
