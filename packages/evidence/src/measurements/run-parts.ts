import { leavesOf, reportGroup, storedRoots, type StoredNode, type TaskReport } from '@understudy/evaluate';
import type { MetricResult, Run, StoredTaskResult } from '@understudy/store';

/** A leaf task of a run, or a group of it whose leaves are all there, with what it came to. */
export interface RunPart {
  readonly task: string;
  /** Of a group its own; a leaf's is with its result. */
  readonly groupVersion: string | undefined;
  readonly metrics: readonly MetricResult[];
  /** Results of the leaf tasks: one for a leaf. */
  readonly leaves: readonly StoredTaskResult[];
  /** Whether it is part of a group that has a number of its own. */
  readonly isPart: boolean;
  /** Groups that it belongs to, the nearest first. */
  readonly groups: readonly string[];
}

/**
 * What there is to show of a run: its leaf tasks, and those of its groups that say how to aggregate, each aggregated as the reference
 * harness does. A group of which a leaf is missing or incomplete has no number.
 */
export function runParts(run: Run, results: ReadonlyMap<string, StoredTaskResult>): readonly RunPart[] {
  const reports = new Map([...results].map(([task, result]) => [task, toReport(result)]));
  const parts = new Map<string, RunPart>();
  const visit = (node: StoredNode, groups: readonly string[], isPart: boolean): void => {
    if (node.kind === 'task') {
      const result = results.get(node.name);
      if (result !== undefined) {
        addPart(parts, {
          task: node.name,
          groupVersion: undefined,
          metrics: result.metrics,
          leaves: [result],
          isPart,
          groups,
        });
      }
      return;
    }
    const leaves = leavesOf([node]).map((name) => results.get(name));
    const found = leaves.filter((leaf) => leaf !== undefined);
    const report = found.length === leaves.length ? reportGroup(node, reports) : undefined;
    const metrics = report?.metrics.map(toMetricResult) ?? [];
    if (report !== undefined && metrics.length > 0) {
      addPart(parts, { task: node.name, groupVersion: report.version, metrics, leaves: found, isPart, groups });
    }
    for (const member of node.members) visit(member, [node.name, ...groups], isPart || metrics.length > 0);
  };
  const roots = storedRoots(run);
  for (const root of roots) visit(root, [], false);
  // A run that says nothing of its selection: its tasks stand alone.
  for (const name of results.keys()) if (!parts.has(name)) visit({ kind: 'task', name }, [], false);
  return [...parts.values()];
}

/** A task that was asked for twice, alone and in a group, counts as asked for alone. */
function addPart(parts: Map<string, RunPart>, part: RunPart): void {
  const present = parts.get(part.task);
  if (present === undefined || present.isPart) parts.set(part.task, part);
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
    metrics: metrics.map(({ standardError, lower, upper, higherIsBetter, ...metric }) => ({
      ...metric,
      standardError: standardError ?? undefined,
      interval: lower === null || upper === null ? undefined : { lower, upper },
      higherIsBetter: higherIsBetter ?? undefined,
    })),
    scored,
    failed,
    flags,
  };
}

function toMetricResult({
  interval,
  standardError,
  higherIsBetter,
  ...metric
}: TaskReport['metrics'][number]): MetricResult {
  return {
    ...metric,
    standardError: standardError ?? null,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    higherIsBetter: higherIsBetter ?? null,
  };
}
