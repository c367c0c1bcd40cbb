import type { KeyPath, SourceLocation } from '../format/source-location.js';
import type { TaskFile } from '../format/task-file.js';

/** Settings that a group gives to its members, on top of the members' own files. */
export interface Overrides {
  readonly values: Readonly<Record<string, unknown>>;
  readonly locate: (path: KeyPath) => SourceLocation;
}

/** The later settings win, key by key. */
export function combineOverrides(first: Overrides, second: Overrides): Overrides {
  return {
    values: { ...first.values, ...second.values },
    locate: (path) => (String(path[0]) in second.values ? second : first).locate(path),
  };
}

/** A task file with other settings put over its own. */
export function overrideFile(file: TaskFile, overrides: Overrides): TaskFile {
  return {
    file: file.file,
    values: { ...file.values, ...overrides.values },
    locate: (path) => (String(path[0]) in overrides.values ? overrides : file).locate(path),
  };
}

/** A mapping inside a task file, seen as a file of its own. */
export function nestedFile(file: TaskFile, at: KeyPath, values: Readonly<Record<string, unknown>>): TaskFile {
  return { file: file.file, values, locate: (path) => file.locate([...at, ...path]) };
}

/** The file without some of its keys. */
export function withoutKeys(file: TaskFile, keys: readonly string[]): TaskFile {
  const values = Object.fromEntries(Object.entries(file.values).filter(([key]) => !keys.includes(key)));
  return { ...file, values };
}
