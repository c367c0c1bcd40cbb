import { DataError } from '@understudy/core';
import type { PythonValue } from '../python/python-value.js';
import type { FunctionDocument } from './task-function.js';

/** The text in a column. Throws `DataError` if the row has none. */
export function textColumn(document: FunctionDocument, column: string): string {
  const value = document[column];
  if (typeof value === 'string') return value;
  throw wrongColumn(document, column, 'a text');
}

/** The list of texts in a column. Throws `DataError` if the row has none. */
export function textListColumn(document: FunctionDocument, column: string): readonly string[] {
  const value = document[column];
  if (isTextList(value)) return value;
  throw wrongColumn(document, column, 'a list of texts');
}

/** The dictionary in a column. Throws `DataError` if the row has none. */
export function dictionaryColumn(document: FunctionDocument, column: string): FunctionDocument {
  const value = document[column];
  if (isDictionary(value)) return value;
  throw wrongColumn(document, column, 'a dictionary');
}

/** The list of numbers in a column. Throws `DataError` if the row has none. */
export function numberListColumn(document: FunctionDocument, column: string): readonly number[] {
  const value = document[column];
  if (Array.isArray(value) && value.every((item) => typeof item === 'number')) return value;
  throw wrongColumn(document, column, 'a list of numbers');
}

/** The list of values in a column. Throws `DataError` if the row has none. */
export function listColumn(document: FunctionDocument, column: string): readonly PythonValue[] {
  const value = document[column];
  if (Array.isArray(value)) return value as readonly PythonValue[];
  throw wrongColumn(document, column, 'a list');
}

/** True for what Python calls a dict. */
export function isDictionary(value: PythonValue | undefined): value is FunctionDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextList(value: PythonValue | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** The error about a column that is missing or holds something else than a task needs. */
export function wrongColumn(document: FunctionDocument, column: string, expected: string): DataError {
  const found = Object.hasOwn(document, column)
    ? `it holds ${JSON.stringify(document[column]).slice(0, 80)}`
    : `the columns are ${Object.keys(document).join(', ')}`;
  return new DataError({
    code: 'column-wrong',
    message: `Cannot read the column ${column} of a row: expected ${expected}, but ${found}.`,
    hint: 'The data set is not in the form that this task reads; check dataset_path and dataset_name.',
    values: { column, columns: Object.keys(document) },
  });
}
