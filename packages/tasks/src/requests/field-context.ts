import { DataError } from '@understudy/core';
import type { FunctionReference } from '../format/function-reference.js';
import { formatKeyPath, formatLocation, type KeyPath, type SourceLocation } from '../format/source-location.js';
import type { PythonValue } from '../python/python-value.js';
import type { RowShape, TaskRow } from '../task/task-row.js';
import { compileTemplate, type Template } from '../templates/template.js';
import { findTaskFunction } from './task-functions.js';

/** A value of a task file that is computed for each document. */
export type Field = (row: TaskRow, shape: RowShape) => PythonValue;

/** Where fields come from, and the columns that a field's text may name. */
export interface FieldContext {
  /** Columns of the documents to be evaluated. */
  readonly columns: ReadonlySet<string>;
  /** Whether the task has `doc_to_choice`: then a text of digits is an index. */
  readonly hasChoices: boolean;
  readonly locate: (path: KeyPath) => SourceLocation;
}

/** What else there is to say of a wrong field. */
interface FieldErrorDetails {
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/** An error about a field: file, line and key in front. */
export function fieldError(
  context: FieldContext,
  path: KeyPath,
  what: string,
  { hint = 'Compare the task file with the columns of the data set.', cause }: FieldErrorDetails = {},
): DataError {
  const location = context.locate(path);
  return new DataError({
    code: 'task-field-failed',
    message: `${formatLocation(location)}: ${formatKeyPath(path)}: ${what}`,
    hint,
    values: { ...location, key: formatKeyPath(path) },
    cause,
  });
}

/** Puts file, line and key in front of what goes wrong inside. */
export function inContext<T>(context: FieldContext, path: KeyPath, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (DataError.isInstance(error) && error.code !== 'task-field-failed') {
      throw fieldError(context, path, error.message, {
        hint: error.code === 'template-malformed' ? error.hint : undefined,
        cause: error,
      });
    }
    throw error;
  }
}

/** A template, or undefined where the text is the name of a column. */
export function compileText(source: string, path: KeyPath, context: FieldContext): Template | undefined {
  if (context.columns.has(source)) return undefined;
  return inContext(context, path, () => compileTemplate(source));
}

/** The value of a column. */
export function column(row: TaskRow, name: string, path: KeyPath, context: FieldContext): PythonValue {
  const value = row[name];
  if (value === undefined) throw fieldError(context, path, `the document has no column ${name}.`);
  return value;
}

/** A function of a document from the table of functions. */
export function functionField(reference: FunctionReference, path: KeyPath, context: FieldContext): Field {
  const { read } = findTaskFunction(reference, 'field', formatKeyPath(path));
  return (row) => inContext(context, path, () => read(row));
}
