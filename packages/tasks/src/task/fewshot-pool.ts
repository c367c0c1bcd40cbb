import type { Dataset } from '@understudy/datasets';
import { FunctionReference } from '../format/function-reference.js';
import { taskFileError } from '../format/check-file.js';
import type { TaskDefinition } from '../format/task-definition.js';
import { evaluationSplit, openRows, processDocsOf, rowFunction } from './open-rows.js';
import { UNKNOWN_SHAPE, type RowShape, type TaskRow } from './task-row.js';

/** The documents that examples are drawn from. */
export interface FewshotPool {
  readonly rows: readonly TaskRow[];
  readonly shape: RowShape;
}

/**
 * The pool of a task (lm-evaluation-harness, `fewshot_docs`): the `fewshot_split`; else the examples written in the task's
 * file, which do not pass through `process_docs`; else the rows of the training, the validation, or the test split.
 * `fewshot_config.split` is ignored there, and so here.
 * @param firstOnly how many rows suffice, for a sampler that takes the first ones
 */
export async function openFewshotPool(
  definition: TaskDefinition,
  dataset: Dataset,
  firstOnly: number | undefined,
): Promise<FewshotPool> {
  const { config } = definition;
  const samples = config.fewshot_split === undefined ? config.fewshot_config?.samples : undefined;
  if (samples instanceof FunctionReference) {
    throw taskFileError(
      definition,
      ['fewshot_config', 'samples'],
      'a function of samples cannot run here; write them out',
    );
  }
  if (samples !== undefined && samples !== null) {
    // Written in YAML: texts, numbers, lists and mappings.
    return { rows: samples as readonly TaskRow[], shape: UNKNOWN_SHAPE };
  }
  const split = config.fewshot_split ?? config.training_split ?? config.validation_split ?? evaluationSplit(definition);
  // Only a `fewshot_split` looks at the function of its own; an explicit null there leaves the rows as they are.
  const own = config.fewshot_split === undefined ? undefined : config.fewshot_config?.process_docs;
  const inherited = own === undefined ? processDocsOf(definition) : undefined;
  const processDocs = own ? rowFunction(own, 'fewshot_config.process_docs') : inherited;
  const source = await openRows(dataset, split, processDocs);
  const rows: TaskRow[] = [];
  for await (const row of source.read(firstOnly === undefined ? {} : { end: firstOnly })) rows.push(row);
  return { rows, shape: source.shape };
}
