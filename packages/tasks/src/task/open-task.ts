import path from 'node:path';
import { DataError } from '@understudy/core';
import { taskFileError } from '../format/check-file.js';
import type { TaskDefinition } from '../format/task-definition.js';
import { openSampler, SAMPLER_NAMES, type FewshotSampler } from '../fewshot/sampler.js';
import { pythonJson } from '../python/python-json.js';
import { pythonStr } from '../python/python-repr.js';
import { requestMaker, type RequestParts } from '../requests/build-requests.js';
import { generationArguments } from '../requests/generation-settings.js';
import { PromptBuilder } from '../requests/prompt-builder.js';
import { promptOf, type TaskRequest } from '../requests/task-request.js';
import { openFewshotPool, type FewshotPool } from './fewshot-pool.js';
import { hashText } from './hash-text.js';
import { evaluationSplit, openRows, processDocsOf, refuseUnsupported, type TaskRows } from './open-rows.js';
import { reportConfig } from './report-config.js';
import { selectDocuments } from './select-documents.js';
import { TaskAggregate } from './task-aggregate.js';
import type { DocumentOptions, TaskDocument } from './task-document.js';
import type { TaskRow } from './task-row.js';
import { TaskScorer, type FirstDocument } from './task-scorer.js';
import type { Task, TaskOptions } from './task.js';

const EMPTY_POOL: FewshotPool = { rows: [], shape: { row: { kind: 'other' }, columns: new Map() } };

/** Everything that an opened task is made of. */
interface Parts {
  readonly definition: TaskDefinition;
  readonly options: TaskOptions;
  readonly numFewshot: number;
  readonly rows: TaskRows;
  readonly pool: FewshotPool;
  readonly prompts: PromptBuilder;
  readonly first: FirstDocument;
  readonly scorer: TaskScorer;
  readonly makeRequests: (parts: RequestParts) => readonly TaskRequest[];
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

function samplerFor(parts: Parts): FewshotSampler {
  const { definition, options, numFewshot, pool } = parts;
  const name = definition.config.fewshot_config?.sampler ?? 'default';
  const sampler = openSampler(name, {
    pool: pool.rows,
    count: numFewshot,
    seed: options.fewshotSeed,
    task: definition.name,
  });
  if (sampler !== undefined) return sampler;
  const expected = `expected one of ${SAMPLER_NAMES.join(', ')}; found ${name}`;
  throw taskFileError(definition, ['fewshot_config', 'sampler'], expected);
}

/** True where the evaluated document may be among the examples: both splits are the same, or both are unset. */
function drawsFromEvaluated({ config }: TaskDefinition): boolean {
  return config.fewshot_split === config.test_split;
}

function buildDocument(parts: Parts, docId: number, doc: TaskRow, drawn: readonly number[]): TaskDocument {
  const { definition, rows, pool, prompts, first } = parts;
  const { shape } = rows;
  const isRolling = definition.config.output_type === 'loglikelihood_rolling';
  const examples = drawn.flatMap((index) => {
    const row = pool.rows[index];
    return row === undefined ? [] : [{ row, shape: pool.shape }];
  });
  const target = prompts.fields.target(doc, shape);
  const asked = parts.makeRequests({
    prompts: isRolling ? [] : prompts.build(doc, shape, examples, first.hasChoiceContexts),
    target,
    choices: prompts.fields.choices?.(doc, shape),
  });
  const { repeats, doc_to_target: column } = definition.config;
  const requests = repeats === 1 ? asked : asked.flatMap((request) => Array.from({ length: repeats }, () => request));
  const [question] = requests;
  return {
    docId,
    doc,
    target,
    requests,
    docHash: hashText(pythonJson(doc, { indent: 2, shape: shape.row })),
    promptHash: hashText(question === undefined ? '' : promptOf(question)),
    targetHash: hashText(pythonStr(target, typeof column === 'string' ? shape.columns.get(column) : undefined)),
  };
}

async function* readDocuments(parts: Parts, options: DocumentOptions): AsyncGenerator<TaskDocument> {
  const { definition, rows, numFewshot } = parts;
  const selection = selectDocuments(options, rows.count, definition.name);
  const sampler = numFewshot > 0 ? samplerFor(parts) : undefined;
  const mayHoldEvaluated = drawsFromEvaluated(definition);
  let row = 0;
  for await (const doc of rows.read({ end: selection.end })) {
    const docId = selection.docIdOf(row++);
    if (docId === undefined) continue;
    const drawn = sampler?.next(mayHoldEvaluated ? doc : undefined) ?? [];
    if (options.isWanted?.(docId) ?? true) yield buildDocument(parts, docId, doc, drawn);
  }
}

async function openParts(definition: TaskDefinition, options: TaskOptions): Promise<Parts> {
  const { config } = definition;
  refuseUnsupported(definition);
  if (config.dataset_path === undefined) {
    throw taskFileError(definition, ['dataset_path'], 'expected the name of a data set, a folder or a file format');
  }
  const scorer = new TaskScorer(definition, options.predictOnly ?? false);
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
  const prompts = new PromptBuilder(config, style, {
    columns: new Set(Object.keys(firstRow)),
    hasChoices: config.doc_to_choice !== undefined && config.doc_to_choice !== null,
    locate: definition.locate,
  });
  const { fields } = prompts;
  const first = {
    hasChoiceContexts: fields.choices !== undefined && typeof fields.text(firstRow, rows.shape) === 'number',
    hasMultipleTargets: Array.isArray(fields.target(firstRow, rows.shape)),
  };
  const makeRequests = requestMaker({
    config,
    isChat: options.chat !== undefined,
    hasChoiceContexts: first.hasChoiceContexts,
    isMutual: scorer.metrics.some((metric) => metric.name === 'acc_mutual_info'),
    generationOverrides: options.genKwargs ?? {},
  });
  return { definition, options, numFewshot, rows, pool, prompts, first, scorer, makeRequests };
}

/**
 * Opens a task: its data set, its few-shot pool (only when examples are wanted), its templates and metrics. Throws
 * `DataError` and `UserError` for whatever in the task's file cannot be used, with file, line and key, and what opening the
 * data set throws.
 */
export async function openTask(definition: TaskDefinition, options: TaskOptions): Promise<Task> {
  const parts = await openParts(definition, options);
  const { config, name } = definition;
  const { rows, numFewshot, scorer, prompts, first } = parts;
  const version = config.metadata['version'];
  const generates = config.output_type === 'generate_until';
  const kwargs = config.generation_kwargs ?? undefined;
  return {
    name,
    alias: config.task_alias ?? name,
    config,
    version: typeof version === 'number' || typeof version === 'string' ? version : 'Yaml',
    outputType: config.output_type,
    numFewshot,
    documentCount: rows.count,
    higherIsBetter: Object.fromEntries(scorer.metrics.map((metric) => [metric.name, metric.higherIsBetter])),
    filters: scorer.filters.map((filter) => filter.name),
    countDocuments: (wanted = {}) => selectDocuments(wanted, rows.count, name).count,
    documents: (wanted = {}) => readDocuments(parts, wanted),
    score: (document, responses) => scorer.score(document, responses, prompts.fields, rows.shape, first),
    documentJson: ({ doc }) => pythonJson(doc, { shape: rows.shape.row }),
    aggregate: () => new TaskAggregate(scorer.metrics),
    configForReport: () =>
      reportConfig(config, {
        numFewshot,
        generationArguments: generates
          ? generationArguments(kwargs, config.fewshot_delimiter, options.genKwargs)
          : undefined,
      }),
  };
}
