import { UserError } from '@understudy/core';
import { checkGroupFile, checkTaskFile, taskFileError } from '../format/check-file.js';
import { suggest } from '../format/near-names.js';
import { GROUP_KEYS, STRUCTURAL_KEYS } from '../format/schema.js';
import { formatLocation } from '../format/source-location.js';
import type { TaskDefinition, TaskGroup, TaskNode } from '../format/task-definition.js';
import type { TaskFile } from '../format/task-file.js';
import { describeSource } from './library-folder.js';
import { combineOverrides, nestedFile, overrideFile, withoutKeys, type Overrides } from './overrides.js';
import type { IndexEntry } from './task-index.js';

/** What names stand for: tasks, groups, and tags with their tasks in order. */
export interface NameTable {
  readonly entries: ReadonlyMap<string, IndexEntry>;
  readonly tags: ReadonlyMap<string, readonly string[]>;
}

/** Makes a checked definition of a task's file. `source` is what `metadata.config_source` reports. */
export function buildTask(file: TaskFile, source: string): TaskDefinition {
  if ('class' in file.values) {
    throw taskFileError(file, ['class'], 'a task written as a Python class cannot run here; write it as YAML');
  }
  const own = withoutKeys(file, STRUCTURAL_KEYS);
  const config = checkTaskFile(own, own.values);
  const metadata = { ...config.metadata, config_source: source };
  return { kind: 'task', name: config.task, config: { ...config, metadata }, file: file.file, locate: own.locate };
}

/** Makes a group with its members, which may be tasks, groups and tags by name, or written out in the group's file. */
export function buildGroup(file: TaskFile, name: string, outer: Overrides, names: NameTable): TaskGroup {
  const config = { ...checkGroupFile(file), group: name };
  const settings = combineOverrides(withoutKeys(file, GROUP_KEYS), outer);
  const members = config.task.flatMap((member, index) => {
    const at = ['task', index];
    if (typeof member === 'string') return buildNamedMember(member, file, at, settings, names);
    return buildWrittenMember(nestedFile(file, at, member), name, settings, names);
  });
  // Two members of one name are one member: the last stands in the place of the first.
  const unique = new Map(members.map((member) => [member.name, member]));
  return { kind: 'group', name, config, members: [...unique.values()] };
}

function buildNamedMember(
  name: string,
  file: TaskFile,
  at: readonly (string | number)[],
  settings: Overrides,
  names: NameTable,
): readonly TaskNode[] {
  const tagged = names.entries.has(name) ? undefined : names.tags.get(name);
  const found = tagged ?? [name];
  return found.map((taskName) => {
    const entry = names.entries.get(taskName);
    if (entry === undefined) {
      const location = file.locate(at);
      throw new UserError({
        code: 'task-unknown',
        message: `${formatLocation(location)}: there is no task, group or tag named ${taskName}.`,
        hint: suggest(taskName, [...names.entries.keys(), ...names.tags.keys()], 'See understudy tasks ls.'),
        values: { ...location, name: taskName },
      });
    }
    return buildEntry(entry, settings, names);
  });
}

/** A member written as a mapping: another group or task with other settings, or a new one. */
function buildWrittenMember(
  member: TaskFile,
  groupName: string,
  settings: Overrides,
  names: NameTable,
): readonly TaskNode[] {
  const { group, task } = member.values;
  if (typeof group === 'string') {
    const entry = names.entries.get(group);
    if (entry === undefined) return [buildGroup(member, `${groupName}::${group}`, settings, names)];
    return [buildEntry(entry, combineOverrides(settings, withoutKeys(member, ['group'])), names)];
  }
  if (typeof task !== 'string') {
    throw taskFileError(member, [], 'expected a name, or a mapping with task: name or group: name');
  }
  const combined = combineOverrides(settings, member);
  const entry = names.entries.get(task);
  if (entry !== undefined) return [buildEntry(entry, combined, names)];
  const tagged = names.tags.get(task);
  if (tagged !== undefined) {
    const forEach = combineOverrides(settings, withoutKeys(member, ['task']));
    return tagged.flatMap((name) => {
      const taggedEntry = names.entries.get(name);
      return taggedEntry === undefined ? [] : [buildEntry(taggedEntry, forEach, names)];
    });
  }
  const values = { ...combined.values, task: `${groupName}::${task}` };
  return [buildTask({ file: member.file, values, locate: combined.locate }, 'inline')];
}

/** Builds what a name stands for, with settings over its file's own. */
export function buildEntry(entry: IndexEntry, overrides: Overrides, names: NameTable): TaskNode {
  if (entry.kind === 'group') return buildGroup(entry.file, entry.name, overrides, names);
  return buildTask(overrideFile(entry.file, overrides), describeSource(entry.file.file));
}
