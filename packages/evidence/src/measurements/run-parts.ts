import {
  leavesOf,
  reportGroup,
  storedRoots,
  toMetricReport,
  toMetricResult,
  type StoredGroup,
  type StoredNode,
  type TaskReport,
} from '@understudy/evaluate';
import type { MetricResult, Run, StoredTaskResult } from '@understudy/store';

/** A leaf task of a run, or a group of it whose leaves are all there, with what it came to. */
export interface RunPart {
  readonly task: string;
  /** How a group is aggregated; undefined for a leaf. */
  readonly group: { readonly version: string; readonly metricsBySize: ReadonlySet<string> } | undefined;
  readonly metrics: readonly MetricResult[];
  /** Results of the leaf tasks: one for a leaf. */
  readonly leaves: readonly StoredTaskResult[];
  /** Whether it is part of a group that has a number of its own. */
  readonly isPart: boolean;
  /** Groups that it belongs to, the nearest first. */
  readonly groups: readonly string[];
}

/**
 * What there is to show of a run: its leaf tasks, and those of its groups that are one benchmark, each aggregated as the reference harness
 * does. A group of which a leaf is missing or incomplete has no number. A group that says how to aggregate is one benchmark, unless the
 * catalog knows its leaves as benchmarks of their own and not the group: then it is a suite of several.
 * @param results of the run, by leaf task
 * @param isBenchmark whether the catalog knows a task or group by its name
 */
export function runParts(
  run: Run,
  results: ReadonlyMap<string, StoredTaskResult>,
  isBenchmark: (task: string) => boolean,
): readonly RunPart[] {
  const parts = new Map<string, RunPart>();
  const visit = (node: StoredNode, { groups, isPart }: Pick<RunPart, 'groups' | 'isPart'>): void => {
    const leaves = leavesOf([node]);
    const found = leaves.flatMap((name) => results.get(name) ?? []);
    if (node.kind === 'task') {
      const metrics = found.flatMap((leaf) => leaf.metrics);
      if (found.length > 0) {
        addPart(parts, {
          task: node.name,
          group: undefined,
          metrics,
          leaves: found,
          isPart,
          groups,
        });
      }
      return;
    }
    const isOne = found.length === leaves.length && (isBenchmark(node.name) || !leaves.some(isBenchmark));
    const group = isOne ? aggregate(node, found) : undefined;
    if (group !== undefined) addPart(parts, { task: node.name, ...group, leaves: found, isPart, groups });
    const below = { groups: [node.name, ...groups], isPart: isPart || group !== undefined };
    for (const member of node.members) visit(member, below);
  };
  const alone = { groups: [], isPart: false };
  for (const root of storedRoots(run)) visit(root, alone);
  // A run that says nothing of its selection: its tasks stand alone.
  for (const name of results.keys()) if (!parts.has(name)) visit({ kind: 'task', name }, alone);
  return [...parts.values()];
}

/** A task that was asked for twice, alone and in a group, counts as asked for alone. */
function addPart(parts: Map<string, RunPart>, part: RunPart): void {
  const present = parts.get(part.task);
  if (present === undefined || present.isPart) parts.set(part.task, part);
}

/** What a group comes to; undefined for one that does not say how to aggregate. */
function aggregate(
  node: StoredGroup,
  leaves: readonly StoredTaskResult[],
): Pick<RunPart, 'group' | 'metrics'> | undefined {
  const { aggregate_metric_list: aggregates = [] } = node.config;
  if (aggregates.length === 0) return undefined;
  const { metrics, version } = reportGroup(node, new Map(leaves.map((leaf) => [leaf.task, toReport(leaf)])));
  if (metrics.length === 0) return undefined;
  const bySize = aggregates.filter(({ weight_by_size: isBySize }) => isBySize).map(({ metric }) => metric);
  return { metrics: metrics.map(toMetricResult), group: { version, metricsBySize: new Set(bySize) } };
}

/** As much of a report as a group is computed from. */
function toReport(result: StoredTaskResult): TaskReport {
  const { task, version, numFewshot, documentsTotal, documentsExpected, scored, failed, flags, metrics } = result;
  const directions = metrics.flatMap(({ metric, higherIsBetter }) =>
    higherIsBetter === null ? [] : [[metric, higherIsBetter] as const],
  );
  return {
    kind: 'task',
    name: task,
    alias: task,
    task: {
      task,
      version,
      numFewshot,
      documentsTotal,
      documentsExpected,
      higherIsBetter: Object.fromEntries(directions),
      config: {},
    },
    metrics: metrics.map(toMetricReport),
    scored,
    failed,
    flags,
  };
}
