import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportedVote, ModelVersion, Outcome } from '@understudy/store';
import { z } from 'zod';
import { answerId } from '../answers/answer-id.js';
import { importedVersion } from '../answers/imported-version.js';
import { leaksIdentity } from '../answers/identity-leak.js';
import { readAnswers, type ReadAnswer } from '../answers/read-answers.js';
import { fileError, rowSource, schemaProblem, type FileKind } from '../questions/file-error.js';
import { readQuestions, type ReadQuestionSet } from '../questions/read-questions.js';
import { openRows } from '../rows/open-rows.js';
import type { KnownItem } from '../studies/plan-study.js';
import { PRESETS_FOLDER } from './preset-files.js';

/** What LLMFAO published: answers of 59 models to 13 prompts, and what 124 crowd workers said of pairs of them. */
export interface LlmfaoData extends ReadQuestionSet {
  readonly versions: readonly ModelVersion[];
  /** Those of the study (sample 0), and the ones shown in training (sample 1). */
  readonly answers: readonly ReadAnswer['answer'][];
  readonly training: readonly KnownItem[];
  readonly votes: readonly ImportedVote[];
}

const KIND: FileKind = {
  code: 'llmfao',
  what: 'LLMFAO’s data',
  hint: 'The folder is that of github.com/dustalov/llmfao: results.jsonl, prompts.jsonl, models.jsonl, pairs-crowd-training.jsonl and crowd-comparisons.csv.',
};

const SET_ID = 'llmfao';

const voteSchema = z.looseObject({
  prompt: z.string().min(1),
  worker: z.string().min(1),
  winner: z.enum(['left', 'right', 'tie']),
  left: z.string().min(1),
  right: z.string().min(1),
});

const modelSchema = z.looseObject({ id: z.number(), name: z.string().min(1) });

const trainingSchema = z.looseObject({
  prompt: z.number(),
  model_x: z.number(),
  result_x: z.string(),
  model_y: z.number(),
  result_y: z.string(),
  golden: z.enum(['left', 'right', 'tie']),
  reason: z.string().min(1),
});

const OUTCOMES: Readonly<Record<'left' | 'right' | 'tie', Outcome>> = { left: 'a', right: 'b', tie: 'tie' };

/**
 * Reads LLMFAO's data, by default what ships with Understudy: the models and prompts that have votes. The crowd had no "both bad": where the
 * reason of a training item says that both answers are wrong, that is what is expected here. Votes have no time of their own.
 *
 * @param castAt time that the votes get, milliseconds since 1970
 */
export async function readLlmfao(castAt: number, folder: string = join(PRESETS_FOLDER, 'llmfao')): Promise<LlmfaoData> {
  const votes = await readVotes(folder, castAt);
  const names = new Set(votes.flatMap(({ firstVersionId, secondVersionId }) => [firstVersionId, secondVersionId]));
  const asked = new Set(votes.map(({ questionId }) => questionId));
  const read = await readQuestions(await filePath(folder, 'prompts.jsonl'), {
    id: SET_ID,
    title: 'LLMFAO',
    source: 'dustalov/llmfao',
    licence: 'CC-BY-4.0',
  });
  const questions = read.questions.filter(({ id }) => asked.has(id));
  const found: ReadAnswer[] = [];
  const path = await filePath(folder, 'results.jsonl');
  for await (const batch of readAnswers(path, { questions, format: 'llmfao', skipUnknown: true })) {
    found.push(...batch.filter(({ version }) => names.has(version.id)));
  }
  const versions = new Map(found.map(({ version }) => [version.id, version]));
  const { training, answers } = await readTraining(folder);
  for (const { versionId } of answers)
    if (!versions.has(versionId)) versions.set(versionId, importedVersion(versionId));
  return {
    set: read.set,
    questions,
    versions: [...versions.values()],
    answers: [...found.map(({ answer }) => answer), ...answers],
    training,
    votes,
  };
}

async function readVotes(folder: string, castAt: number): Promise<readonly ImportedVote[]> {
  const rows = await readRows(await filePath(folder, 'crowd-comparisons.csv'), voteSchema);
  return rows.map(({ prompt, worker, winner, left, right }) => ({
    annotator: worker,
    annotatorKind: 'crowd',
    questionId: `${SET_ID}/${prompt}`,
    turn: 1,
    firstVersionId: left,
    secondVersionId: right,
    outcome: OUTCOMES[winner],
    castAt,
  }));
}

async function readTraining(folder: string): Promise<Pick<LlmfaoData, 'training' | 'answers'>> {
  const models = await readRows(await filePath(folder, 'models.jsonl'), modelSchema);
  const names = new Map(models.map(({ id, name }) => [id, name]));
  const answers: ReadAnswer['answer'][] = [];
  const rows = await readRows(await filePath(folder, 'pairs-crowd-training.jsonl'), trainingSchema);
  const training = rows.map((row): KnownItem => {
    const questionId = `${SET_ID}/${row.prompt}`;
    const add = (model: number, text: string): string => {
      const versionId = names.get(model) ?? String(model);
      const id = answerId({ questionId, versionId, sample: 1 });
      const rest = { tokens: null, finishReason: null, latencyMs: null, cost: null };
      answers.push({
        id,
        questionId,
        versionId,
        sample: 1,
        turns: [text],
        ...rest,
        identityLeak: leaksIdentity([text]),
      });
      return id;
    };
    const isBothBad = row.golden === 'tie' && /both.*(?:wrong|incomplete)/iu.test(row.reason);
    return {
      questionId,
      firstAnswerId: add(row.model_x, row.result_x),
      secondAnswerId: add(row.model_y, row.result_y),
      expected: isBothBad ? 'both_bad' : OUTCOMES[row.golden],
      explanation: row.reason,
    };
  });
  return { training, answers };
}

async function readRows<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>[]> {
  const found: z.output<Schema>[] = [];
  for await (const rows of await openRows(rowSource(KIND, path))) {
    for (const { fields, line } of rows) {
      const parsed = schema.safeParse(fields);
      if (!parsed.success) throw fileError(KIND, { path, line, problem: schemaProblem(parsed.error) });
      found.push(parsed.data);
    }
  }
  return found;
}

/** The file, or the compressed one beside it. */
async function filePath(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  try {
    await access(`${path}.gz`);
    return `${path}.gz`;
  } catch {
    return path;
  }
}
