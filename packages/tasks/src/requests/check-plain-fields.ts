import { nearNames } from '../format/near-names.js';
import type { TaskConfig } from '../format/task-config.js';
import { fieldError, type FieldContext } from './field-context.js';

/** What a task says of its first document. */
export interface PlainFieldFacts {
  readonly config: Pick<TaskConfig, 'doc_to_text' | 'doc_to_target' | 'output_type' | 'process_results'>;
  /** The choices of the first document. */
  readonly choices: readonly string[] | undefined;
  /** The choices are contexts: then the target is a continuation. */
  readonly hasChoiceContexts: boolean;
}

const WORD = /^[A-Za-z_]\w*$/;
const MARKUP = /[{[]/;

/**
 * Refuses names of columns that do not exist. To the reference harness any text that is no column is a text: with a misspelt column it
 * gives every document the same question, or a target that no answer can reach, and a score of 0. So a single word that is
 * nearly a column is refused, and a plain text as target that is none of the choices. Throws `DataError` `task-field-failed`.
 */
export function checkPlainFields({ config, choices, hasChoiceContexts }: PlainFieldFacts, context: FieldContext): void {
  const columns = [...context.columns];
  for (const key of ['doc_to_text', 'doc_to_target'] as const) {
    const text = config[key];
    if (typeof text !== 'string' || !WORD.test(text) || context.columns.has(text)) continue;
    const [near] = nearNames(text, columns);
    if (near === undefined || choices?.includes(text) === true) continue;
    throw fieldError(context, [key], `the data set has no column ${text}.`, {
      hint: `Did you mean ${near}? A text that is meant as it stands is written {{'${text}'}}.`,
    });
  }
  const { doc_to_target: target, output_type: outputType, process_results: processResults } = config;
  const isJudgedByChoice = outputType === 'multiple_choice' && !hasChoiceContexts && !processResults;
  if (!isJudgedByChoice || choices === undefined || typeof target !== 'string') return;
  if (MARKUP.test(target) || /^\d+$/.test(target) || context.columns.has(target) || choices.includes(target)) return;
  throw fieldError(context, ['doc_to_target'], `${target} is no column of the data set, and none of the choices.`, {
    hint: `The columns are ${columns.join(', ')}; the first document's choices are ${choices.join(', ')}.`,
  });
}
