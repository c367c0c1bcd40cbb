import { combineIntervals, wilsonInterval, type Interval } from '@understudy/statistics';
import { aggregateGroup } from '@understudy/tasks';
import type { GroupReport, MetricReport, TaskReport } from './run-report.js';
import { leavesOf, type StoredAggregate, type StoredGroup } from './stored-selection.js';

/** What a group comes to, from the reports of its leaf tasks (not from those of its sub-groups). */
export function reportGroup(group: StoredGroup, tasks: ReadonlyMap<string, TaskReport>): GroupReport {
  const { group_alias: alias, aggregate_metric_list: aggregates = [], metadata } = group.config;
  const leaves = leavesOf(group.members).flatMap((name) => tasks.get(name) ?? []);
  const direct = group.members.flatMap(({ name }) => tasks.get(name) ?? []);
  const shots = new Set(direct.map(({ task }) => task.numFewshot));
  const version = metadata?.['version'];
  return {
    kind: 'group',
    name: group.name,
    alias: alias ?? group.name,
    version: typeof version === 'string' || typeof version === 'number' ? `${version}` : 'N/A',
    members: group.members.map(({ name }) => name),
    metrics: aggregates.flatMap((aggregate) => groupMetrics(aggregate, leaves, direct)),
    scored: leaves.reduce((sum, leaf) => sum + leaf.scored, 0),
    numFewshot: shots.size === 1 ? [...shots][0] : undefined,
  };
}

function groupMetrics(
  aggregate: StoredAggregate,
  leaves: readonly TaskReport[],
  direct: readonly TaskReport[],
): readonly MetricReport[] {
  const { metric, weight_by_size: weightBySize } = aggregate;
  const filters = aggregate.filter_list ?? filtersOf(metric, leaves);
  return filters.flatMap((filter): MetricReport[] => {
    const parts = leaves.flatMap(
      (leaf) => leaf.metrics.find((one) => one.metric === metric && one.filter === filter) ?? [],
    );
    if (parts.length === 0) return [];
    const sizes = parts.map((part) => ({ ...part, size: part.count }));
    return [
      {
        metric,
        filter,
        ...aggregateGroup(sizes, weightBySize),
        interval: groupInterval(parts, weightBySize),
        isProportion: weightBySize && parts.every((part) => part.isProportion),
        higherIsBetter: directionOf(metric, direct),
      },
    ];
  });
}

/** Every filter under which a leaf has the metric, sorted. */
function filtersOf(metric: string, leaves: readonly TaskReport[]): readonly string[] {
  const metrics = leaves.flatMap((leaf) => leaf.metrics.filter((one) => one.metric === metric));
  return [...new Set(metrics.map((one) => one.filter))].sort();
}

/** The direct members' direction where they agree; the reference harness looks no deeper. */
function directionOf(metric: string, direct: readonly TaskReport[]): boolean | undefined {
  const directions = new Set(direct.flatMap(({ task }) => task.higherIsBetter[metric] ?? []));
  return directions.size === 1 ? [...directions][0] : undefined;
}

/**
 * The interval of a group's mean, its leaves taken as strata (W. G. Cochran, Sampling Techniques, 3rd ed. 1977, §5.3): of zeros and
 * ones weighted by size Wilson's for all documents together, which the strata can only narrow; else made of the leaves' own intervals, as
 * a leaderboard makes that of an area.
 */
function groupInterval(parts: readonly MetricReport[], weightBySize: boolean): Interval | undefined {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const weighted = parts.flatMap(({ value, interval, count: size }) => {
    const weight = weightBySize ? size / count : 1 / parts.length;
    return interval === undefined ? [] : [{ weight, estimate: value, interval }];
  });
  if (weighted.length < parts.length) return undefined;
  const { estimate, interval } = combineIntervals(weighted);
  if (!weightBySize || !parts.every((part) => part.isProportion)) return interval;
  return wilsonInterval({ successes: Math.round(estimate * count), count });
}
