import type { Insertable, Selectable } from 'kysely';
import type { FilterMetrics, Sample, SampleScore } from '../sample.js';
import { fromJson, toJson } from './json.js';
import { packTexts, unpackTexts } from './sample-texts.js';
import type { SamplesTable } from './tables.js';

/** The columns of a `SampleScore`. */
export const SCORE_COLUMNS = [
  'doc_id',
  'failed',
  'truncated_prompts',
  'truncated_answers',
  'no_answers',
  'ties',
  'cached_responses',
  'outcomes',
] as const satisfies readonly (keyof SamplesTable)[];

/** The columns of a `Sample`. */
export const SAMPLE_COLUMNS = [
  ...SCORE_COLUMNS,
  'doc_hash',
  'prompt_hash',
  'target_hash',
  'texts',
] as const satisfies readonly (keyof SamplesTable)[];

type ScoreRow = Pick<Selectable<SamplesTable>, (typeof SCORE_COLUMNS)[number]>;
type SampleRow = Pick<Selectable<SamplesTable>, (typeof SAMPLE_COLUMNS)[number]>;

/** A sample as a row. */
export function sampleToRow(sample: Sample, runTaskId: number): Insertable<SamplesTable> {
  const { doc, target, requests, responses, outcomes, flags, hashes, service } = sample;
  return {
    run_task_id: runTaskId,
    doc_id: sample.docId,
    failed: Number(sample.failed),
    truncated_prompts: flags.truncatedPrompts,
    truncated_answers: flags.truncatedAnswers,
    no_answers: flags.noAnswers,
    ties: flags.ties,
    cached_responses: flags.cachedResponses,
    outcomes: toJson(outcomes.map(({ filter, metrics }) => ({ filter, metrics }))),
    doc_hash: Buffer.from(hashes.doc, 'hex'),
    prompt_hash: Buffer.from(hashes.prompt, 'hex'),
    target_hash: Buffer.from(hashes.target, 'hex'),
    texts: packTexts({
      doc,
      target,
      requests,
      responses,
      service,
      filtered: outcomes.map((one) => one.filteredResponses),
    }),
  };
}

/** A row without its texts. */
export function rowToScore(row: ScoreRow): SampleScore {
  return {
    docId: row.doc_id,
    failed: row.failed !== 0,
    outcomes: fromJson(row.outcomes) as readonly FilterMetrics[],
    flags: {
      truncatedPrompts: row.truncated_prompts,
      truncatedAnswers: row.truncated_answers,
      noAnswers: row.no_answers,
      ties: row.ties,
      cachedResponses: row.cached_responses,
    },
  };
}

/** A whole row. */
export function rowToSample(row: SampleRow, task: string): Sample {
  const { filtered, ...texts } = unpackTexts(row.texts);
  const score = rowToScore(row);
  const outcomes = score.outcomes.map((one, index) => ({ ...one, filteredResponses: filtered[index] ?? [] }));
  const hashes = { doc: hex(row.doc_hash), prompt: hex(row.prompt_hash), target: hex(row.target_hash) };
  return { ...score, ...texts, task, outcomes, hashes };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
