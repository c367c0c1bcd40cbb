import {
  battlesOfJudge,
  joinJudgements,
  judgedBattles,
  type BattleTable,
  type JudgedBattle,
  type JudgeReport,
} from '@understudy/arena';
import type { Answer, ArenaStore, Judge, Judgement, Question } from '@understudy/store';
import { ApiError } from '../http/api-error.js';
import type { Services } from '../services.js';
import { withTurns } from './with-turns.js';

/** Which of a judge's verdicts. */
export interface JudgeFilter {
  readonly studyId?: string | undefined;
  readonly aspect?: string | undefined;
  readonly language?: string | undefined;
}

/** A judge's verdicts with what they are about. */
export interface JudgedTexts {
  readonly judge: Judge;
  readonly judgements: readonly Judgement[];
  readonly questions: readonly Question[];
  readonly answers: readonly Answer[];
}

/** Throws `ApiError` 404. */
export async function findJudge(id: string, { store }: Pick<Services, 'store'>): Promise<Judge> {
  const judge = (await store.listJudges()).find((one) => one.id === id);
  if (judge === undefined) throw ApiError.notFound('judge');
  return judge;
}

/** Reads all verdicts of a judge, their questions and answers. */
export async function judgedTexts(judge: Judge, store: ArenaStore): Promise<JudgedTexts> {
  const judgements: Judgement[] = [];
  for await (const judgement of withTurns(store.judgements({ judgeId: judge.id }))) judgements.push(judgement);
  const sets = new Set<string>();
  const questions: Question[] = [];
  for (const id of new Set(judgements.map(({ questionId }) => questionId))) {
    const question = await store.question(id);
    if (question === undefined) continue;
    questions.push(question);
    sets.add(question.setId);
  }
  const answers: Answer[] = [];
  for (const setId of sets) for await (const answer of withTurns(store.answers({ setId }))) answers.push(answer);
  return { judge, judgements, questions, answers };
}

function isWanted({ question }: JudgedBattle, { aspect, language }: JudgeFilter): boolean {
  return (
    (aspect === undefined || question.aspect === aspect) && (language === undefined || question.language === language)
  );
}

/** A judge's verdicts as battles; of a study only those between its models on its questions. */
export async function judgeTable(judgeId: string, filter: JudgeFilter, { store }: Services): Promise<BattleTable> {
  const judge = await findJudge(judgeId, { store });
  const texts = await judgedTexts(judge, store);
  const study = filter.studyId === undefined ? undefined : await store.getStudy(filter.studyId);
  const models = study === undefined ? undefined : new Set(study.versionIds);
  const battles = judgedBattles(judge, joinJudgements(texts.judgements, texts)).filter(
    (battle) =>
      isWanted(battle, filter) &&
      (study === undefined || battle.question.setId === study.questionSetId) &&
      (models === undefined || (models.has(battle.a.versionId) && models.has(battle.b.versionId))),
  );
  return battlesOfJudge(battles, { judge: judge.id, questionIds: 'stored' });
}

/** A judge's ranking beside its biases, and its agreement with people where people voted on the same answers. */
export async function reportOfJudge(judgeId: string, humans: BattleTable, services: Services): Promise<JudgeReport> {
  const { store, compute } = services;
  const texts = await judgedTexts(await findJudge(judgeId, { store }), store);
  const models = await store.listModels();
  const people = humans.first.length === 0 ? undefined : ({ table: humans, questionIds: 'stored' } as const);
  return compute.run('judgeReport', { ...texts, models, humans: people });
}
