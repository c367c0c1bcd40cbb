import { taskFileError } from '../format/check-file.js';
import { openSampler, SAMPLER_NAMES, type FewshotSampler } from '../fewshot/sampler.js';
import type { TaskDefinition } from '../format/task-definition.js';
import { pythonJson } from '../python/python-json.js';
import { pythonStr } from '../python/python-repr.js';
import { promptOf } from '../requests/task-request.js';
import { hashText } from './hash-text.js';
import { selectDocuments } from './select-documents.js';
import type { DocumentOptions, TaskDocument } from './task-document.js';
import type { TaskParts } from './task-parts.js';
import type { TaskRow } from './task-row.js';

function samplerFor(parts: TaskParts): FewshotSampler {
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

function buildDocument(parts: TaskParts, docId: number, doc: TaskRow, drawn: readonly number[]): TaskDocument {
  const { definition, rows, pool, prompts, first, repeats, negativePrompt } = parts;
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
    negativePrompt: negativePrompt && prompts.buildWith(negativePrompt, doc, shape, examples),
  });
  const { doc_to_target: column } = definition.config;
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

/** The documents of a task in order; few-shot draws begin anew with each call. */
export async function* readDocuments(parts: TaskParts, options: DocumentOptions): AsyncGenerator<TaskDocument> {
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
