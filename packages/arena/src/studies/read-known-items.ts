import type { Question } from '@understudy/store';
import { z } from 'zod';
import { QuestionIndex } from '../answers/question-index.js';
import { fileError, rowSource, schemaProblem, type FileKind } from '../questions/file-error.js';
import { openRows } from '../rows/open-rows.js';
import type { KnownItem, PlannedAnswer } from './plan-study.js';

const KIND: FileKind = {
  code: 'known-items',
  what: 'gold or training items',
  hint: 'Each item has question, model_a, model_b, expected (a, b, tie or both_bad) and explanation, in JSON lines or CSV.',
};

const name = z.union([z.string().min(1), z.number().transform(String)]);
const schema = z.looseObject({
  question: name,
  model_a: name,
  model_b: name,
  expected: z.enum(['a', 'b', 'tie', 'both_bad']),
  explanation: z.string().nullish(),
});

/**
 * Reads gold or training items: pairs of stored answers with the outcome that is expected. Throws `DataError` with file and line
 * (`known-items-malformed`), also for a question or an answer that is not there.
 */
export async function readKnownItems(
  path: string,
  { questions, answers }: { readonly questions: readonly Question[]; readonly answers: readonly PlannedAnswer[] },
): Promise<readonly KnownItem[]> {
  const index = new QuestionIndex(questions);
  const ids = new Map(
    answers.toReversed().map((answer) => [JSON.stringify([answer.questionId, answer.versionId]), answer.id]),
  );
  const items: KnownItem[] = [];
  for await (const rows of await openRows(rowSource(KIND, path))) {
    for (const { fields, line } of rows) {
      const parsed = schema.safeParse(fields);
      if (!parsed.success) throw fileError(KIND, { path, line, problem: schemaProblem(parsed.error) });
      const { question: asked, model_a: a, model_b: b, expected, explanation } = parsed.data;
      const question = index.find({ id: asked });
      if (question === undefined) throw fileError(KIND, { path, line, problem: `there is no question ${asked}` });
      const [first, second] = [a, b].map((model) => {
        const id = ids.get(JSON.stringify([question.id, model]));
        if (id === undefined) throw fileError(KIND, { path, line, problem: `${model} has no answer to ${asked}` });
        return id;
      });
      if (first === undefined || second === undefined || first === second) {
        throw fileError(KIND, { path, line, problem: 'the two models are the same' });
      }
      items.push({
        questionId: question.id,
        firstAnswerId: first,
        secondAnswerId: second,
        expected,
        explanation: explanation ?? null,
      });
    }
  }
  return items;
}
