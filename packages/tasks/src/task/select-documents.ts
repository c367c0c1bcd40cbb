import { UserError } from '@understudy/core';
import type { DocumentOptions } from './task-document.js';

/** Which rows of a split are evaluated. */
export interface DocumentSelection {
  readonly count: number;
  /** Rows to read: from the first to this one, without it. */
  readonly end: number;
  /** The id of a row's document; undefined for a row that is not evaluated. Asked in ascending order, once a row. */
  readonly docIdOf: (row: number) => number | undefined;
}

function selectSamples(samples: readonly number[], total: number, task: string): DocumentSelection {
  const wrong = samples.find((sample) => !Number.isInteger(sample) || sample < 0 || sample >= total);
  if (wrong !== undefined) {
    throw new UserError({
      code: 'samples-out-of-range',
      message: `The task ${task} has no document ${wrong}: it has ${total}, numbered from 0.`,
      hint: `Give --samples whole numbers below ${total}.`,
      values: { task, sample: wrong, documents: total },
    });
  }
  const rows = [...new Set(samples)].sort((a, b) => a - b);
  const ids = new Map(rows.map((row, index) => [row, samples[index] ?? row]));
  return { count: rows.length, end: (rows.at(-1) ?? -1) + 1, docIdOf: (row) => ids.get(row) };
}

/** Resolves `limit` and `samples` against a split. Throws `UserError` for what it cannot be. */
export function selectDocuments(options: DocumentOptions, total: number, task: string): DocumentSelection {
  const { limit, samples } = options;
  if (samples !== undefined && samples.length > 0) return selectSamples(samples, total, task);
  if (limit !== undefined && !(limit > 0)) {
    throw new UserError({
      code: 'limit-not-positive',
      message: `The limit ${limit} leaves no document of the task ${task}.`,
      hint: 'Give --limit a whole number from 1 on, or a share between 0 and 1.',
      values: { limit },
    });
  }
  const wanted = limit === undefined ? total : limit < 1 ? Math.ceil(total * limit) : Math.trunc(limit);
  const end = Math.min(wanted, total);
  return { count: end, end, docIdOf: (row) => row };
}
