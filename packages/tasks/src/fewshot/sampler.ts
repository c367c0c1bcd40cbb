import { isDeepStrictEqual } from 'node:util';
import { DataError } from '@understudy/core';
import { PythonRandom } from '../python/python-random.js';
import type { TaskRow } from '../task/task-row.js';

/** Draws the examples of one document after the other; the draws depend on how many were made before. */
export interface FewshotSampler {
  /**
   * Indices into the pool for the next document.
   * @param evaluated the document, where it may be in the pool itself: one more is drawn, and it is taken out
   */
  next(evaluated: TaskRow | undefined): readonly number[];
}

/** What is drawn from. */
export interface SamplerOptions {
  readonly pool: readonly TaskRow[];
  /** Examples a document. */
  readonly count: number;
  /** Undefined: another draw in each run. */
  readonly seed: number | undefined;
  /** For messages. */
  readonly task: string;
}

function tooFew(options: SamplerOptions, needed: number, found: number): DataError {
  return new DataError({
    code: 'fewshot-pool-too-small',
    message: `The task ${options.task} needs ${needed} few-shot examples for a document, but finds ${found}.`,
    hint: 'Ask for fewer with --num_fewshot.',
    values: { task: options.task, needed, found },
  });
}

/**
 * A new random sample for each document, as CPython's `random.Random(seed).sample` draws it. Where the evaluated document
 * may be in the pool, `count + 1` are drawn, rows equal to it are taken out, and the first `count` remain.
 */
function randomSampler(options: SamplerOptions): FewshotSampler {
  const { pool, count } = options;
  const random = new PythonRandom(options.seed ?? Math.floor(Math.random() * Number.MAX_SAFE_INTEGER));
  return {
    next: (evaluated) => {
      const drawn = evaluated === undefined ? count : count + 1;
      if (drawn > pool.length) throw tooFew(options, drawn, pool.length);
      const indices = random.sampleIndices(pool.length, drawn);
      if (evaluated === undefined) return indices;
      const others = indices.filter((index) => !isDeepStrictEqual(pool[index], evaluated)).slice(0, count);
      if (others.length < count) throw tooFew(options, count, others.length);
      return others;
    },
  };
}

/** The first rows of the pool, the same for every document, the evaluated one not excluded (as in release 0.4.12). */
function firstSampler(options: SamplerOptions): FewshotSampler {
  const { pool, count } = options;
  if (count > pool.length) throw tooFew(options, count, pool.length);
  const indices = Array.from({ length: count }, (_, index) => index);
  return { next: () => indices };
}

const SAMPLERS: Readonly<Record<string, (options: SamplerOptions) => FewshotSampler>> = {
  default: randomSampler,
  first_n: firstSampler,
};

/** Names that `fewshot_config.sampler` may have. */
export const SAMPLER_NAMES: readonly string[] = Object.keys(SAMPLERS);

/** Opens a sampler at the beginning of its draws; undefined for an unknown name. */
export function openSampler(name: string, options: SamplerOptions): FewshotSampler | undefined {
  return Object.hasOwn(SAMPLERS, name) ? SAMPLERS[name]?.(options) : undefined;
}
