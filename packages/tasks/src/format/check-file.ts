import type { z } from 'zod';
import { DataError } from '@understudy/core';
import { suggest } from './near-names.js';
import { GROUP_KEYS, groupSchema, TASK_KEYS, taskSchema } from './schema.js';
import { formatKeyPath, formatLocation, type KeyPath } from './source-location.js';
import type { GroupConfig, TaskConfig } from './task-config.js';
import type { TaskFile } from './task-file.js';

const MEND = 'Mend the file at that line and run the command again.';

function describeValue(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}

function valueAt(values: unknown, path: KeyPath): unknown {
  let value = values;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[part];
  }
  return value;
}

function keyPath(issue: z.core.$ZodIssue): KeyPath {
  return issue.path.filter((part) => typeof part !== 'symbol');
}

/** An unknown key is reported at the key itself, with the key that may have been meant. */
function invalidFile(file: TaskFile, issue: z.core.$ZodIssue, known: readonly string[]): DataError {
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = unknownKey === undefined ? keyPath(issue) : [...keyPath(issue), unknownKey];
  const location = file.locate(path);
  const key = formatKeyPath(path);
  const value = valueAt(file.values, path);
  const found = value === undefined ? 'it is missing' : `found ${describeValue(value)}`;
  const what = unknownKey === undefined ? `${issue.message}; ${found}` : 'this key is not known';
  return new DataError({
    code: 'task-file-invalid',
    message: `${formatLocation(location)}: ${key}: ${what}.`,
    hint: unknownKey === undefined ? MEND : suggest(unknownKey, known, MEND),
    values: { ...location, key },
  });
}

/** An error about one key of a task file: file, line, key and what was expected. */
export function taskFileError(file: Pick<TaskFile, 'locate'>, path: KeyPath, expected: string): DataError {
  const location = file.locate(path);
  const key = formatKeyPath(path);
  return new DataError({
    code: 'task-file-invalid',
    message: `${formatLocation(location)}: ${key}: ${expected}.`,
    hint: MEND,
    values: { ...location, key },
  });
}

/** Checks a task's file and fills in defaults. Throws `DataError` with file, line, key and what was expected. */
export function checkTaskFile(file: TaskFile, values: Readonly<Record<string, unknown>>): TaskConfig {
  const result = taskSchema.safeParse(values);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw issue === undefined ? result.error : invalidFile({ ...file, values }, issue, TASK_KEYS);
}

/** Checks a group's file. Keys that are not the group's own are left to its members. */
export function checkGroupFile(file: TaskFile): GroupConfig {
  const result = groupSchema.safeParse(file.values);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw issue === undefined ? result.error : invalidFile(file, issue, GROUP_KEYS);
}
