import type { IndexEntry } from './task-index.js';

/** One line of `understudy tasks ls`. */
export interface TaskListing {
  readonly name: string;
  readonly kind: 'task' | 'group' | 'tag';
  /** What it measures, in a phrase; undefined where its file does not say. */
  readonly measures: string | undefined;
  /** Licence of the data. */
  readonly licence: string | undefined;
  /** Names of the members of a group or tag that are written as names. */
  readonly members: readonly string[];
  /** Path of its file; undefined for a tag. */
  readonly file: string | undefined;
}

function metadataText(entry: IndexEntry, key: string): string | undefined {
  const metadata = entry.file.values['metadata'];
  if (typeof metadata !== 'object' || metadata === null) return undefined;
  const value: unknown = Reflect.get(metadata, key);
  return typeof value === 'string' ? value : undefined;
}

/** Describes a task or group by its file, without checking all of it. */
export function describeEntry(entry: IndexEntry): TaskListing {
  const members: readonly unknown[] = entry.kind === 'group' ? [entry.file.values['task']].flat() : [];
  return {
    name: entry.name,
    kind: entry.kind,
    measures: metadataText(entry, 'measures'),
    licence: metadataText(entry, 'licence'),
    members: members.filter((member) => typeof member === 'string'),
    file: entry.file.file,
  };
}

/** Describes a tag: a name for several tasks. */
export function describeTag(tag: string, members: readonly string[]): TaskListing {
  return { name: tag, kind: 'tag', measures: undefined, licence: undefined, members, file: undefined };
}
