import type { KeyPath, SourceLocation } from './source-location.js';

/** The content of a task file, its includes merged, before it is checked. */
export interface TaskFile {
  /** Full path of the file that was asked for. */
  readonly file: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Where a value was written: the file itself or one that it includes. */
  readonly locate: (path: KeyPath) => SourceLocation;
}
