import { UserError } from '@understudy/core';
import type { Dataset } from '@understudy/datasets';
import { taskFileError } from '../format/check-file.js';
import type { FunctionReference } from '../format/function-reference.js';
import { formatLocation } from '../format/source-location.js';
import type { TaskDefinition } from '../format/task-definition.js';
import { findTaskFunction } from '../requests/task-functions.js';
import { rowShape, toTaskRow, type RowShape, type TaskRow } from './task-row.js';

/** Rows of one split as documents, after `process_docs`. */
export interface TaskRows {
  readonly split: string;
  readonly shape: RowShape;
  readonly count: number;
  /** The rows of a range, in pieces; all of them without one. */
  read(range?: { readonly start?: number; readonly end?: number }): AsyncIterable<TaskRow>;
}

/** Opens a split of a task's data set. Rows pass through `processDocs`, if there is one. */
export async function openRows(
  dataset: Dataset,
  split: string,
  processDocs: ((row: TaskRow) => TaskRow) | undefined,
): Promise<TaskRows> {
  const shape = rowShape(await dataset.columns(split));
  return {
    split,
    shape,
    count: await dataset.count(split),
    async *read(range) {
      for await (const row of dataset.rows(split, range)) {
        const plain = toTaskRow(row);
        yield processDocs === undefined ? plain : processDocs(plain);
      }
    },
  };
}

/** The split that is evaluated: test, else validation. Throws `DataError` when a task names neither. */
export function evaluationSplit({ config, locate }: TaskDefinition): string {
  const split = config.test_split ?? config.validation_split;
  if (split !== undefined) return split;
  throw taskFileError(
    { locate },
    ['test_split'],
    `the task ${config.task} names no test_split and no validation_split`,
  );
}

/** `process_docs` of a task, as a function of one document. */
export function processDocsOf(definition: TaskDefinition): ((row: TaskRow) => TaskRow) | undefined {
  const reference = definition.config.process_docs;
  return reference === undefined || reference === null ? undefined : rowFunction(reference, 'process_docs');
}

/** The function of one document that a `process_docs` names: its columns replace the row's or are appended. */
export function rowFunction(reference: FunctionReference, key: string): (row: TaskRow) => TaskRow {
  const { columns } = findTaskFunction(reference, 'process-docs', key);
  return (row) => ({ ...row, ...columns(row) });
}

/** Refuses what a text task cannot have here. */
export function refuseUnsupported({ config, locate }: TaskDefinition): void {
  const unsupported: readonly (readonly [string, unknown, string])[] = [
    ['doc_to_image', config.doc_to_image, 'images'],
    ['doc_to_audio', config.doc_to_audio, 'sound'],
    ['use_prompt', config.use_prompt, 'prompts of promptsource'],
    ['custom_dataset', config.custom_dataset, 'data sets made by a Python function'],
    ['unsafe_code', config.unsafe_code === true ? true : undefined, 'running generated code'],
  ];
  for (const [key, value, what] of unsupported) {
    if (value === undefined || value === null) continue;
    throw new UserError({
      code: 'task-unsupported',
      message: `${formatLocation(locate([key]))}: ${key}: the task ${config.task} needs ${what}, which cannot be had here.`,
      hint: 'Take another task; see understudy tasks ls.',
      values: { task: config.task, key },
    });
  }
}
