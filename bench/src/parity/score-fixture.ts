import { readFile } from 'node:fs/promises';

/** `[text, tokens, context tokens, continuation tokens, log-likelihood in nats, greedy as 0 or 1]` */
export type LogLikelihoodEntry = readonly [string, string, number, number, number, 0 | 1];
/** `[text, tokens, context tokens, scored tokens, log-likelihood in nats]` */
export type RollingEntry = readonly [string, string, number, number, number];
/** `[text, tokens, context tokens after truncation, generated text]` */
export type GenerationEntry = readonly [string, string, number, string];

/** One document of a reference run; the first three are the reference harness's own hashes, shortened. */
export interface ScoreFixtureSample {
  readonly doc: string;
  readonly prompt: string;
  readonly target: string;
  readonly requests: readonly (LogLikelihoodEntry | RollingEntry | GenerationEntry)[];
  /** By `metric,filter`; a perplexity's entry is `[log-likelihood, weight]`. */
  readonly metrics: Readonly<Record<string, number | readonly number[]>>;
  /** What each filter made of a generated text. */
  readonly filtered?: Readonly<Record<string, unknown>>;
}

/** The settings a reference row was made with; `limit` documents from the first on. */
export interface ReferenceRow {
  readonly task: string;
  readonly limit: number | null;
  readonly shots: number;
  readonly chat: boolean;
  /** Shots as turns of the conversation; of meaning only with `chat`. */
  readonly multiturn: boolean;
  readonly system: string | null;
  /** A context length smaller than the model's own. */
  readonly max_length: number | null;
}

/** A run of the reference harness with weights: `bench/parity/fixtures/<model>/<row>.json`. */
export interface ScoreFixture {
  readonly format: 1;
  readonly reference: Readonly<Record<string, string>>;
  readonly model: { readonly name: string; readonly gguf_sha256: string };
  readonly row: ReferenceRow;
  readonly context_length: number;
  readonly version: string | number;
  readonly results: Readonly<Record<string, number | string>>;
  readonly generation?: Readonly<Record<string, unknown>>;
  readonly samples: readonly ScoreFixtureSample[];
}

/** Reads a fixture; throws when it has another format. */
export async function readScoreFixture(path: string): Promise<ScoreFixture> {
  // The file is written by write_score_fixtures.py of this repository; its shape is fixed by `format`.
  const fixture = JSON.parse(await readFile(path, 'utf8')) as ScoreFixture;
  if (fixture.format !== 1) throw new Error(`${path}: fixture format ${String(fixture.format)}, expected 1`);
  return fixture;
}
