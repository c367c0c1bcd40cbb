import type { JsonObject } from '@understudy/store';
import { describeRun, describeSettings } from './results-config.js';
import { understudyBlock } from './results-understudy.js';
import type { GroupReport, MetricReport, RunReport, TaskReport } from './run-report.js';
import type { StoredNode } from './stored-selection.js';

/**
 * A report in the shape of the reference harness's results file (lm-evaluation-harness 0.4.12), key for key and in its order, with a
 * block `understudy` of what it has no place for. Numbers are JavaScript's; `resultsJson` writes them as Python does.
 */
export function toResults(report: RunReport): JsonObject {
  const { tasks, groups } = report;
  const aggregated = groups.filter((group) => group.metrics.length > 0);
  const bottomUp = groupsBottomUp(report.roots, groups);
  return {
    results: Object.fromEntries([...tasks.map(taskEntry), ...bottomUp.map(groupEntry)]),
    ...(aggregated.length > 0 && {
      groups: Object.fromEntries(bottomUp.filter((one) => one.metrics.length > 0).map(groupEntry)),
    }),
    group_subtasks: Object.fromEntries(groups.map(({ name, members }) => [name, members])),
    configs: sorted(tasks.map(({ name, task }) => [name, task.config])),
    versions: sorted([
      ...tasks.map(({ name, task }): Entry => [name, numberOrText(task.version)]),
      ...groups.map(({ name, version }): Entry => [name, version]),
    ]),
    'n-shot': sorted([...tasks.map(({ name, task }): Entry => [name, task.numFewshot]), ...groupShots(groups)]),
    higher_is_better: sorted([
      ...tasks.map(({ name, task }): Entry => [name, task.higherIsBetter]),
      ...groupDirections(groups, tasks),
    ]),
    'n-samples': Object.fromEntries(
      tasks.map(({ name, task, metrics }) => [
        name,
        { original: task.documentsTotal, effective: sampleLength(metrics) },
      ]),
    ),
    config: describeSettings(report),
    ...describeRun(report),
    understudy: understudyBlock(report),
  };
}

type Entry = readonly [string, unknown];

function taskEntry({ name, alias, metrics }: TaskReport): Entry {
  return [name, { name, alias, sample_len: sampleLength(metrics), ...metricEntries(metrics) }];
}

function groupEntry({ name, alias, scored, metrics }: GroupReport): Entry {
  if (metrics.length === 0) return [name, { alias, name }];
  const counts = Object.fromEntries(metrics.map((one) => [`${one.metric},${one.filter}`, one.count]));
  return [name, { alias, name, sample_len: scored, ...metricEntries(metrics), sample_count: counts }];
}

/** The reference harness counts the documents of a task's last metric; none with `--predict_only`. */
function sampleLength(metrics: readonly MetricReport[]): number {
  return metrics.at(-1)?.count ?? 0;
}

function metricEntries(metrics: readonly MetricReport[]): JsonObject {
  return Object.fromEntries(
    metrics.flatMap(({ metric, filter, value, standardError }) => [
      [`${metric},${filter}`, value],
      [`${metric}_stderr,${filter}`, standardError ?? 'N/A'],
    ]),
  );
}

/** Members before their groups: the order in which the reference harness aggregates. */
function groupsBottomUp(roots: readonly StoredNode[], groups: readonly GroupReport[]): readonly GroupReport[] {
  const byName = new Map(groups.map((group) => [group.name, group]));
  const names = (node: StoredNode): readonly string[] =>
    node.kind === 'group' ? [...node.members.flatMap(names), node.name] : [];
  return [...new Set(roots.flatMap(names))].flatMap((name) => byName.get(name) ?? []);
}

function groupShots(groups: readonly GroupReport[]): readonly Entry[] {
  return groups.flatMap(({ name, numFewshot }) => (numFewshot === undefined ? [] : [[name, numFewshot] as const]));
}

/** The directions of a group's direct members together; null where they disagree. */
function groupDirections(groups: readonly GroupReport[], tasks: readonly TaskReport[]): readonly Entry[] {
  const byName = new Map(tasks.map(({ name, task }) => [name, task.higherIsBetter]));
  return groups.flatMap(({ name, members }): readonly Entry[] => {
    const directions: Record<string, boolean | null> = {};
    for (const [metric, direction] of members.flatMap((member) => Object.entries(byName.get(member) ?? {}))) {
      directions[metric] = (directions[metric] ?? direction) === direction ? direction : null;
    }
    return Object.keys(directions).length === 0 ? [] : [[name, directions]];
  });
}

function sorted(entries: readonly Entry[]): JsonObject {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : Number(a > b))));
}

/** Versions are numbers where they can be: `1.0`, but `Yaml`. */
function numberOrText(version: string): number | string {
  return version !== '' && Number.isFinite(Number(version)) ? Number(version) : version;
}
