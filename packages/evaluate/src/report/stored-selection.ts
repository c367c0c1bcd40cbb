import type { JsonObject, Run } from '@understudy/store';

/** A task of a stored selection. */
export interface StoredTask {
  readonly kind: 'task';
  readonly name: string;
}

/** An entry of a group's `aggregate_metric_list`. */
export interface StoredAggregate {
  readonly metric: string;
  /** Undefined: every filter that the members have. */
  readonly filter_list?: readonly string[] | undefined;
  readonly weight_by_size: boolean;
}

/** A group of a stored selection; `config` has the keys of its file. */
export interface StoredGroup {
  readonly kind: 'group';
  readonly name: string;
  readonly config: {
    readonly group_alias?: string | undefined;
    readonly aggregate_metric_list?: readonly StoredAggregate[] | undefined;
    readonly metadata?: JsonObject | undefined;
  };
  readonly members: readonly StoredNode[];
}

/** A node of what a run was asked for. */
export type StoredNode = StoredTask | StoredGroup;

/** What a run was asked for. Both who begin runs and who import them write this shape into `selection`. */
export function storedRoots(run: Run): readonly StoredNode[] {
  const { roots } = run.selection;
  return Array.isArray(roots) ? (roots as readonly StoredNode[]) : [];
}

/** What a run was asked for by name: its tasks and groups, not the tasks of groups. Its tasks where nothing else is stored. */
export function askedNames(run: Run, tasks: readonly string[]): readonly string[] {
  const roots = storedRoots(run);
  return roots.length === 0 ? tasks : roots.map(({ name }) => name);
}

/** The groups of trees, parents before their members. */
export function groupsOf(nodes: readonly StoredNode[]): readonly StoredGroup[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? [node, ...groupsOf(node.members)] : []));
}

/** Names of the leaf tasks of trees, in order. */
export function leavesOf(nodes: readonly StoredNode[]): readonly string[] {
  return nodes.flatMap((node) => (node.kind === 'task' ? [node.name] : leavesOf(node.members)));
}
