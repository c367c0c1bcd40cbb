import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DataError } from '@understudy/core';
import { formatLocation, type SourceLocation } from './source-location.js';
import { readYaml } from './read-yaml.js';
import type { TaskFile } from './task-file.js';

/** Reads task files; one that several others include is read once. */
export interface TaskFileReader {
  /**
   * Reads a task file and the files it includes (`include: name` or a list of names, relative to the file that says
   * so). The merge is shallow: the file's own keys win, then those of later includes.
   */
  load(file: string): Promise<TaskFile>;
}

async function readText(file: string, includedFrom: SourceLocation | undefined): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const from = includedFrom === undefined ? '' : ` (included from ${formatLocation(includedFrom)})`;
    throw new DataError({
      code: 'task-file-unreadable',
      message: `Reading the task file ${file}${from} failed: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'Check the path; an include is looked up relative to the file that names it.',
      values: { file },
      cause: error,
    });
  }
}

function includesOf(own: TaskFile): readonly string[] {
  const named = own.values['include'];
  if (named === undefined || named === null) return [];
  const list: readonly unknown[] = Array.isArray(named) ? named : [named];
  return list.map((name) => {
    if (typeof name === 'string') return path.resolve(path.dirname(own.file), name);
    const location = own.locate(['include']);
    throw new DataError({
      code: 'task-file-invalid',
      message: `${formatLocation(location)}: include: expected the name of a file or a list of names.`,
      hint: 'Mend the file at that line and run the command again.',
      values: { ...location, key: 'include' },
    });
  });
}

/** The file's own keys over those of its includes. `task_list` belongs to one file alone and is not inherited. */
function merge(own: TaskFile, included: readonly TaskFile[]): TaskFile {
  const owners = new Map<string, TaskFile>();
  const values: Record<string, unknown> = {};
  for (const file of [...included, own]) {
    for (const [key, value] of Object.entries(file.values)) {
      if (key === 'include' || (key === 'task_list' && file !== own)) continue;
      values[key] = value;
      owners.set(key, file);
    }
  }
  return {
    file: own.file,
    values,
    locate: (keys) => (owners.get(String(keys[0])) ?? own).locate(keys),
  };
}

/** Opens a reader with a memory of its own. */
export function createTaskFileReader(): TaskFileReader {
  const parsed = new Map<string, Promise<TaskFile>>();

  function parse(file: string, from: SourceLocation | undefined): Promise<TaskFile> {
    let promise = parsed.get(file);
    if (promise === undefined) {
      promise = readText(file, from).then((text) => readYaml(text, file));
      parsed.set(file, promise);
    }
    return promise;
  }

  async function load(file: string, chain: readonly string[], from?: SourceLocation): Promise<TaskFile> {
    if (chain.includes(file)) {
      throw new DataError({
        code: 'task-file-include-cycle',
        message: `Reading the task file ${chain[0]} failed: its includes run in a circle: ${[...chain, file].join(' → ')}.`,
        hint: 'Take one of the includes out.',
        values: { file, chain },
      });
    }
    const own = await parse(file, from);
    const included: TaskFile[] = [];
    for (const name of includesOf(own)) included.push(await load(name, [...chain, file], own.locate(['include'])));
    return merge(own, included);
  }

  return { load: (file) => load(path.resolve(file), []) };
}
