import type { TaskDefinition } from '../format/task-definition.js';
import { pythonJson } from '../python/python-json.js';
import { generationArguments } from '../requests/generation-settings.js';
import { readDocuments } from './read-documents.js';
import { reportConfig } from './report-config.js';
import { selectDocuments } from './select-documents.js';
import { openTaskParts } from './task-parts.js';
import type { Task, TaskOptions } from './task.js';

/**
 * Opens a task: its data set, its few-shot pool (only when examples are wanted), its templates and metrics. Throws
 * `DataError` and `UserError` for whatever in the task's file cannot be used, with file, line and key, and what opening the
 * data set throws.
 */
export async function openTask(definition: TaskDefinition, options: TaskOptions): Promise<Task> {
  const parts = await openTaskParts(definition, options);
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
    datasetCommit: parts.datasetCommit,
    documentCount: rows.count,
    higherIsBetter: Object.fromEntries(scorer.metrics.map((metric) => [metric.name, metric.higherIsBetter])),
    filters: scorer.filters.map((filter) => filter.name),
    countDocuments: (wanted = {}) => selectDocuments(wanted, rows.count, name).count,
    documents: (wanted = {}) => readDocuments(parts, wanted),
    score: (document, responses) => scorer.score(document, responses, prompts.fields, rows.shape, first),
    documentJson: ({ doc }) => pythonJson(doc, { shape: rows.shape.row }),
    configForReport: () =>
      reportConfig(config, {
        numFewshot,
        repeats: parts.repeats,
        generationArguments: generates
          ? generationArguments(kwargs, config.fewshot_delimiter, options.genKwargs)
          : undefined,
      }),
  };
}
