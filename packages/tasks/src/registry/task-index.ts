import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { UnderstudyError, UserError } from '@understudy/core';
import { taskFileError } from '../format/check-file.js';
import type { TaskFileReader } from '../format/load-task-file.js';
import type { TaskFile } from '../format/task-file.js';

/** A task or group that a folder offers, not yet checked. */
export interface IndexEntry {
  readonly kind: 'task' | 'group';
  readonly name: string;
  readonly file: TaskFile;
}

/** What one folder of task files offers. */
export interface FolderIndex {
  readonly entries: ReadonlyMap<string, IndexEntry>;
  /** Files that could not be read, each with its error; they matter only when a name is not found. */
  readonly problems: readonly UnderstudyError[];
}

const IGNORED_FOLDERS: ReadonlySet<string> = new Set(['__pycache__', '.ipynb_checkpoints', 'node_modules']);

/** All `*.yaml` files below a folder, sorted by path. */
async function listTaskFiles(folder: string): Promise<readonly string[]> {
  let found;
  try {
    found = await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    throw new UserError({
      code: 'task-folder-unreadable',
      message: `Looking for task files in ${folder} failed: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'Give --include_path the path of a folder with .yaml task files.',
      values: { folder },
      cause: error,
    });
  }
  return found
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !path
          .relative(folder, file)
          .split(path.sep)
          .some((part) => IGNORED_FOLDERS.has(part)),
    )
    .sort((a, b) => (a < b ? -1 : 1));
}

/** `group` beats `task` in one file, as in the reference harness. */
export function toIndexEntry(file: TaskFile): IndexEntry {
  const kind = 'group' in file.values ? 'group' : 'task';
  const name = file.values[kind];
  if (typeof name !== 'string') {
    throw taskFileError(file, [kind], 'expected the name of a task (task: name) or of a group (group: name)');
  }
  return { kind, name, file };
}

/** Reads a folder of task files. Of two entries with one name the first counts. */
export async function indexFolder(folder: string, reader: TaskFileReader): Promise<FolderIndex> {
  const entries = new Map<string, IndexEntry>();
  const problems: UnderstudyError[] = [];
  const read = async (file: string): Promise<IndexEntry | UnderstudyError> => {
    try {
      return toIndexEntry(await reader.load(file));
    } catch (error) {
      if (UnderstudyError.isInstance(error)) return error;
      throw error;
    }
  };
  const files = await listTaskFiles(folder);
  for (const outcome of await Promise.all(files.map(read))) {
    if (outcome instanceof UnderstudyError) problems.push(outcome);
    else if (!entries.has(outcome.name)) entries.set(outcome.name, outcome);
  }
  return { entries, problems };
}

/** The tags of a task: `tag` is one name or a list of them. */
export function tagsOf(entry: IndexEntry): readonly string[] {
  const tag = entry.file.values['tag'];
  const list: readonly unknown[] = Array.isArray(tag) ? tag : [tag];
  return list.filter((name) => typeof name === 'string');
}
