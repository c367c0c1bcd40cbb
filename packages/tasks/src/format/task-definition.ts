import type { GroupConfig, TaskConfig } from './task-config.js';
import type { KeyPath, SourceLocation } from './source-location.js';

/** A checked task and where it came from. */
export interface TaskDefinition {
  readonly kind: 'task';
  readonly name: string;
  readonly config: TaskConfig;
  /** Full path of the task's file; relative paths inside it start at its folder. */
  readonly file: string;
  /** Where a value of the configuration was written. */
  readonly locate: (path: KeyPath) => SourceLocation;
}

/** A group with its members in order. */
export interface TaskGroup {
  readonly kind: 'group';
  readonly name: string;
  readonly config: GroupConfig;
  readonly members: readonly TaskNode[];
}

export type TaskNode = TaskDefinition | TaskGroup;
