import type { TaskGroup } from '../format/task-definition.js';
import { aggregateGroup, type GroupMetric, type LeafMetric } from '../metrics/aggregate-group.js';
import { leafTasks } from '../registry/task-selection.js';
import type { TaskResults } from './task-aggregate.js';

/** A group's metrics by `metric,filter`. */
export type GroupResults = ReadonlyMap<string, GroupMetric>;

/** The filters under which the leaves report a metric, sorted. */
function filtersOf(metric: string, leaves: readonly TaskResults[]): readonly string[] {
  const filters = new Set<string>();
  for (const leaf of leaves) {
    for (const key of leaf.keys()) if (key.startsWith(`${metric},`)) filters.add(key.slice(metric.length + 1));
  }
  return [...filters].sort();
}

/**
 * What a group reports of its leaf tasks' results: its `aggregate_metric_list`, each metric under the named filters or
 * under all there are. Leaves without a metric are left out of it; a group without a list reports nothing.
 */
export function groupResults(group: TaskGroup, results: ReadonlyMap<string, TaskResults>): GroupResults {
  const leaves = leafTasks(group).flatMap((leaf) => results.get(leaf.name) ?? []);
  const aggregated = new Map<string, GroupMetric>();
  for (const { metric, filter_list: filters, weight_by_size: weightBySize } of group.config.aggregate_metric_list) {
    for (const filter of filters ?? filtersOf(metric, leaves)) {
      const key = `${metric},${filter}`;
      const values = leaves.flatMap((leaf): readonly LeafMetric[] => {
        const found = leaf.get(key);
        return found === undefined
          ? []
          : [{ value: found.value, standardError: found.standardError, size: found.count }];
      });
      if (values.length > 0) aggregated.set(key, aggregateGroup(values, weightBySize));
    }
  }
  return aggregated;
}
