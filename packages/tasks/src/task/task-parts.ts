import path from 'node:path';
import { DataError } from '@understudy/core';
import { taskFileError } from '../format/check-file.js';
import type { TaskDefinition } from '../format/task-definition.js';
import { requestMaker, type RequestParts } from '../requests/build-requests.js';
import { textField } from '../requests/document-fields.js';
import type { Field } from '../requests/field-context.js';
import { generationSettings } from '../requests/generation-settings.js';
import { checkPlainFields } from '../requests/check-plain-fields.js';
import { PromptBuilder } from '../requests/prompt-builder.js';
import type { TaskRequest } from '../requests/task-request.js';
import { openFewshotPool, type FewshotPool } from './fewshot-pool.js';
import { evaluationSplit, openRows, processDocsOf, refuseUnsupported, type TaskRows } from './open-rows.js';
import { UNKNOWN_SHAPE, type TaskRow } from './task-row.js';
import { TaskScorer, type FirstDocument } from './task-scorer.js';
import type { TaskOptions } from './task.js';

const EMPTY_POOL: FewshotPool = { rows: [], shape: UNKNOWN_SHAPE };

/** Everything that an opened task is made of. */
export interface TaskParts {
  readonly definition: TaskDefinition;
  readonly options: TaskOptions;
  readonly numFewshot: number;
  /** The data set's commit on the hub; undefined for local files. */
  readonly datasetCommit: string | undefined;
  readonly rows: TaskRows;
  readonly pool: FewshotPool;
  readonly prompts: PromptBuilder;
  readonly first: FirstDocument;
  readonly scorer: TaskScorer;
  readonly makeRequests: (parts: RequestParts) => readonly TaskRequest[];
  /** How often each request is asked. */
  readonly repeats: number;
  /** The question of the prompt of guidance. */
  readonly negativePrompt: Field | undefined;
}

/** A number given by the user wins, except over a task that says 0. */
function fewshotCount({ config }: TaskDefinition, given: number | undefined): number {
  return given === undefined || config.num_fewshot === 0 ? (config.num_fewshot ?? 0) : given;
}

async function readFirst(rows: TaskRows, task: string): Promise<TaskRow> {
  for await (const row of rows.read({ end: 1 })) return row;
  throw new DataError({
    code: 'task-without-documents',
    message: `The split ${rows.split} of the task ${task} has no rows.`,
    hint: 'Check dataset_path, dataset_name and the split names of the task.',
    values: { task, split: rows.split },
  });
}

/** Opens what a task is made of. Throws as `openTask`. */
export async function openTaskParts(definition: TaskDefinition, options: TaskOptions): Promise<TaskParts> {
  const { config } = definition;
  refuseUnsupported(definition);
  const generation =
    config.output_type === 'generate_until' ? generationSettings(definition, options.genKwargs) : undefined;
  if (config.dataset_path === undefined) {
    throw taskFileError(definition, ['dataset_path'], 'expected the name of a data set, a folder or a file format');
  }
  const repeats = generation?.repeats ?? config.repeats;
  const scorer = new TaskScorer(definition, { predictOnly: options.predictOnly ?? false, repeats });
  const dataset = await options.openDataset({
    path: config.dataset_path,
    name: config.dataset_name,
    kwargs: config.dataset_kwargs ?? undefined,
    baseFolder: path.dirname(definition.locate(['dataset_kwargs']).file),
  });
  const rows = await openRows(dataset, evaluationSplit(definition), processDocsOf(definition));
  const numFewshot = fewshotCount(definition, options.numFewshot);
  const firstOnly = config.fewshot_config?.sampler === 'first_n' ? numFewshot : undefined;
  const pool = numFewshot > 0 ? await openFewshotPool(definition, dataset, firstOnly) : EMPTY_POOL;
  const firstRow = await readFirst(rows, definition.name);
  const style = {
    systemInstruction: options.systemInstruction,
    chat: options.chat,
    fewshotAsMultiturn: options.fewshotAsMultiturn ?? true,
  };
  const context = {
    columns: new Set(Object.keys(firstRow)),
    hasChoices: config.doc_to_choice !== undefined && config.doc_to_choice !== null,
    locate: definition.locate,
  };
  const prompts = new PromptBuilder(config, style, context);
  const { fields } = prompts;
  const first = {
    hasChoiceContexts: fields.choices !== undefined && typeof fields.text(firstRow, rows.shape) === 'number',
    hasMultipleTargets: Array.isArray(fields.target(firstRow, rows.shape)),
  };
  const choices = fields.choices?.(firstRow, rows.shape);
  checkPlainFields({ config, choices, hasChoiceContexts: first.hasChoiceContexts }, context);
  const makeRequests = requestMaker({
    config,
    isChat: options.chat !== undefined,
    hasChoiceContexts: first.hasChoiceContexts,
    isMutual: scorer.metrics.some((metric) => metric.name === 'acc_mutual_info'),
    generation,
  });
  const negativePrompt =
    generation?.negativePrompt === undefined
      ? undefined
      : textField(generation.negativePrompt, ['generation_kwargs', 'negative_prompt'], context);
  const { commit: datasetCommit } = dataset;
  return {
    definition,
    options,
    numFewshot,
    datasetCommit,
    rows,
    pool,
    prompts,
    first,
    scorer,
    makeRequests,
    repeats,
    negativePrompt,
  };
}
