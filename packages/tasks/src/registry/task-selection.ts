import { UserError } from '@understudy/core';
import type { TaskDefinition, TaskGroup, TaskNode } from '../format/task-definition.js';

/** The tasks of a run: what was asked for, as trees, and the leaves to be run, in order. */
export interface TaskSelection {
  readonly roots: readonly TaskNode[];
  readonly tasks: readonly TaskDefinition[];
  /** All groups, parents before their members. */
  readonly groups: readonly TaskGroup[];
}

/** The leaf tasks of a node, in order. */
export function leafTasks(node: TaskNode): readonly TaskDefinition[] {
  return node.kind === 'task' ? [node] : node.members.flatMap(leafTasks);
}

function groupsOf(node: TaskNode): readonly TaskGroup[] {
  return node.kind === 'task' ? [] : [node, ...node.members.flatMap(groupsOf)];
}

/**
 * Gathers the leaves and groups of what was asked for. A task under two of the roots is an error, because its result
 * could not be told apart (the reference harness refuses it, too).
 */
export function toSelection(roots: readonly TaskNode[]): TaskSelection {
  const owners = new Map<string, string>();
  for (const root of roots) {
    for (const leaf of leafTasks(root)) {
      const owner = owners.get(leaf.name);
      if (owner !== undefined && owner !== root.name) {
        throw new UserError({
          code: 'task-selected-twice',
          message: `The task ${leaf.name} was asked for twice: as part of ${owner} and of ${root.name}.`,
          hint: 'Ask for one of them, or for both in runs of their own.',
          values: { task: leaf.name, owners: [owner, root.name] },
        });
      }
      owners.set(leaf.name, root.name);
    }
  }
  const tasks = new Map(roots.flatMap(leafTasks).map((task) => [task.name, task]));
  const groups = new Map(roots.flatMap(groupsOf).map((group) => [group.name, group]));
  return { roots, tasks: [...tasks.values()], groups: [...groups.values()] };
}
