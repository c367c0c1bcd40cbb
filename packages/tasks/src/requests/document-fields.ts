import { FunctionReference } from '../format/function-reference.js';
import type { KeyPath } from '../format/source-location.js';
import type { TaskConfig } from '../format/task-config.js';
import { parsePythonLiteral } from '../python/parse-literal.js';
import { pythonStr } from '../python/python-repr.js';
import type { PythonValue } from '../python/python-value.js';
import { toTemplateDocument, type RowShape, type TaskRow } from '../task/task-row.js';
import {
  column,
  compileText,
  fieldError,
  functionField,
  inContext,
  type Field,
  type FieldContext,
} from './field-context.js';

/** What a task says of a document. */
export interface DocumentFields {
  /** The question; a whole number picks one of the choices as context (winogrande). */
  readonly text: (row: TaskRow, shape: RowShape) => PythonValue;
  /** The right answer: a text, an index of the choices, or a list of right answers. */
  readonly target: (row: TaskRow, shape: RowShape) => PythonValue;
  /** The choices; undefined for tasks without. */
  readonly choices: ((row: TaskRow, shape: RowShape) => readonly string[]) | undefined;
}

type DocToText = TaskConfig['doc_to_text'];
type DocToTarget = TaskConfig['doc_to_target'];
type DocToChoice = TaskConfig['doc_to_choice'];

const DIGITS = /^\d+$/;

/** `doc_to_text`: number, column, template or function. With choices, a text of digits is a number. */
export function textField(value: NonNullable<DocToText>, path: KeyPath, context: FieldContext): Field {
  if (typeof value === 'number') return () => value;
  if (value instanceof FunctionReference) return functionField(value, path, context);
  const template = compileText(value, path, context);
  if (template === undefined) return (row) => column(row, value, path, context);
  return (row, shape) => {
    const text = inContext(context, path, () => template.render(toTemplateDocument(row, shape)));
    return context.hasChoices && DIGITS.test(text) ? Number(text) : text;
  };
}

/** `doc_to_target`: as `doc_to_text`, or a list; a text in brackets is read as a Python list where it is one. */
export function targetField(value: NonNullable<DocToTarget>, path: KeyPath, context: FieldContext): Field {
  // A list in a task file holds texts and numbers, which are Python values.
  if (Array.isArray(value)) return () => value as readonly PythonValue[];
  if (typeof value === 'number') return () => value;
  if (value instanceof FunctionReference) return functionField(value, path, context);
  const source = value as string;
  const template = compileText(source, path, context);
  if (template === undefined) return (row) => column(row, source, path, context);
  return (row, shape) => {
    const text = inContext(context, path, () => template.render(toTemplateDocument(row, shape)));
    if (context.hasChoices && DIGITS.test(text)) return Number(text);
    return text.length >= 2 && text.startsWith('[') && text.endsWith(']') ? literalOr(text) : text;
  };
}

function literalOr(text: string): PythonValue {
  try {
    return parsePythonLiteral(text);
  } catch {
    return text;
  }
}

/** Lists of texts read the same whether they go through text or not. */
function isTextList(value: PythonValue): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** `doc_to_choice`: a list of texts, a column, a template that prints a Python list, or a function. */
export function choicesField(
  value: NonNullable<DocToChoice>,
  path: KeyPath,
  context: FieldContext,
): (row: TaskRow, shape: RowShape) => readonly string[] {
  if (Array.isArray(value)) return () => value;
  const check = (choices: PythonValue): readonly string[] => {
    if (isTextList(choices)) return choices;
    throw fieldError(context, path, `expected a list of texts; found ${JSON.stringify(choices).slice(0, 80)}.`);
  };
  if (value instanceof FunctionReference) {
    const compute = functionField(value, path, context);
    return (row, shape) => check(compute(row, shape));
  }
  if (typeof value === 'object') {
    const texts = Object.values(value);
    return () => texts;
  }
  const template = compileText(value, path, context);
  if (template === undefined) return (row) => check(column(row, value, path, context));
  return (row, shape) =>
    inContext(context, path, () => {
      const document = toTemplateDocument(row, shape);
      const direct = template.evaluate?.(document);
      if (direct !== undefined && isTextList(direct)) return direct;
      return check(parsePythonLiteral(template.render(document)));
    });
}

/** A plain text that may be a column or a template (`description`, `gen_prefix`); absent and empty ones give nothing. */
export function optionalTextField(
  source: string | undefined,
  path: KeyPath,
  context: FieldContext,
): (row: TaskRow, shape: RowShape) => string {
  if (source === undefined || source === '') return () => '';
  const template = compileText(source, path, context);
  if (template === undefined) return (row) => pythonStr(column(row, source, path, context) ?? '');
  return (row, shape) => inContext(context, path, () => template.render(toTemplateDocument(row, shape)));
}

/** The three fields of a task, or of its few-shot examples. */
export interface FieldSources {
  readonly doc_to_text?: DocToText;
  readonly doc_to_target?: DocToTarget;
  readonly doc_to_choice?: DocToChoice;
}

/** Compiles the fields; `prefix` is where they stand in the task file. Throws `DataError` when one is missing. */
export function compileFields(sources: FieldSources, prefix: KeyPath, context: FieldContext): DocumentFields {
  const { doc_to_text: text, doc_to_target: target, doc_to_choice: choice } = sources;
  const at = (key: string): KeyPath => [...prefix, key];
  if (text === undefined || text === null) throw fieldError(context, at('doc_to_text'), 'this key is needed.');
  if (target === undefined || target === null) throw fieldError(context, at('doc_to_target'), 'this key is needed.');
  return {
    text: textField(text, at('doc_to_text'), context),
    target: targetField(target, at('doc_to_target'), context),
    choices: choice === undefined || choice === null ? undefined : choicesField(choice, at('doc_to_choice'), context),
  };
}
