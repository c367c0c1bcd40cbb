import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError, type UnderstudyError } from '@understudy/core';
import { suggest } from '../format/near-names.js';
import { createTaskFileReader } from '../format/load-task-file.js';
import type { TaskNode } from '../format/task-definition.js';
import { buildEntry, type NameTable } from './build-nodes.js';
import { fnmatchPattern } from '../python/fnmatch.js';
import { LIBRARY_FOLDER } from './library-folder.js';
import { indexFolder, tagsOf, toIndexEntry, type FolderIndex, type IndexEntry } from './task-index.js';
import { describeEntry, describeTag, type TaskListing } from './task-listing.js';
import { toSelection, type TaskSelection } from './task-selection.js';

const NO_OVERRIDES = { values: {}, locate: () => ({ file: '', line: 0 }) };

/** The tasks, groups and tags that can be asked for by name. */
export interface TaskLibrary {
  /** All of them, sorted by name. */
  list(): readonly TaskListing[];
  /**
   * What the patterns stand for: names, shell patterns (`mmlu_*`), paths of task files (`my/*.yaml`) and of folders.
   * Throws `UserError` for a pattern that matches nothing, with near names, and `DataError` for a wrong file.
   */
  select(patterns: readonly string[]): Promise<TaskSelection>;
}

export interface TaskLibraryOptions {
  /** Folders with further task files (`--include_path`); their names win over built-in ones, later ones over earlier. */
  readonly includePaths?: readonly string[];
}

function collectTags(index: FolderIndex): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>();
  for (const entry of index.entries.values()) {
    if (entry.kind === 'group') continue;
    for (const tag of tagsOf(entry)) tags.set(tag, [...(tags.get(tag) ?? []), entry.name]);
  }
  return new Map([...tags].map(([tag, names]) => [tag, names.sort()]));
}

function mergeFolders(folders: readonly FolderIndex[]): NameTable {
  const entries = new Map<string, IndexEntry>();
  const tags = new Map<string, readonly string[]>();
  for (const folder of folders) {
    for (const [name, entry] of folder.entries) entries.set(name, entry);
    for (const [tag, names] of collectTags(folder)) tags.set(tag, names);
  }
  for (const name of entries.keys()) tags.delete(name);
  return { entries, tags };
}

/** The task files that a path stands for: one file, the files that match its last part, or those in a folder. */
async function findFiles(pattern: string): Promise<readonly string[]> {
  const full = path.resolve(pattern);
  const info = await stat(full).catch(() => undefined);
  if (info?.isFile() === true) return [full];
  const folder = info?.isDirectory() === true ? full : path.dirname(full);
  const match = fnmatchPattern(info?.isDirectory() === true ? '*.yaml' : path.basename(full));
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => match.test(name) && /\.ya?ml$/.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}

const looksLikePath = (pattern: string): boolean => /\.ya?ml$/.test(pattern) || /[/\\]/.test(pattern);

function notFound(pattern: string, names: NameTable, problems: readonly UnderstudyError[]): UserError {
  const broken = problems.find((problem) => problem.message.includes(pattern));
  const more = broken === undefined ? '' : ` A file that may hold it cannot be read: ${broken.message}`;
  return new UserError({
    code: 'task-unknown',
    message: `There is no task, group, tag or task file ${pattern}.${more}`,
    hint: suggest(pattern, [...names.entries.keys(), ...names.tags.keys()], 'See understudy tasks ls.'),
    values: { pattern },
  });
}

/** Opens the built-in task library and any further folders. Throws `UserError` when a folder cannot be read. */
export async function openTaskLibrary(options: TaskLibraryOptions = {}): Promise<TaskLibrary> {
  const reader = createTaskFileReader();
  const folders: FolderIndex[] = [];
  for (const folder of [LIBRARY_FOLDER, ...(options.includePaths ?? [])]) {
    folders.push(await indexFolder(path.resolve(folder), reader));
  }
  const names = mergeFolders(folders);
  const problems = folders.flatMap((folder) => folder.problems);
  const allNames = [...names.entries.keys(), ...names.tags.keys()].sort();

  const buildName = (name: string): readonly TaskNode[] =>
    (names.entries.has(name) ? [name] : (names.tags.get(name) ?? [])).flatMap((member) => {
      const entry = names.entries.get(member);
      return entry === undefined ? [] : [buildEntry(entry, NO_OVERRIDES, names)];
    });

  async function resolvePattern(pattern: string): Promise<readonly TaskNode[]> {
    const match = fnmatchPattern(pattern);
    const matches = allNames.filter((name) => match.test(name));
    if (matches.length > 0) return matches.flatMap(buildName);
    const files = looksLikePath(pattern) ? await findFiles(pattern) : [];
    if (files.length === 0) throw notFound(pattern, names, problems);
    const nodes: TaskNode[] = [];
    for (const file of files) nodes.push(buildEntry(toIndexEntry(await reader.load(file)), NO_OVERRIDES, names));
    return nodes;
  }

  return {
    list: () =>
      [
        ...[...names.entries.values()].map((entry) => describeEntry(entry)),
        ...[...names.tags].map(([tag, members]) => describeTag(tag, members)),
      ].sort((a, b) => (a.name < b.name ? -1 : 1)),
    select: async (patterns) => {
      const roots = new Map<string, TaskNode>();
      for (const pattern of patterns) {
        for (const node of await resolvePattern(pattern)) if (!roots.has(node.name)) roots.set(node.name, node);
      }
      return toSelection([...roots.values()]);
    },
  };
}
