import { setImmediate as letGo } from 'node:timers/promises';
import type { Benchmark, Catalog } from '@understudy/catalog';
import type { JsonObject, ResultStore, Run, Store, StoredTaskResult } from '@understudy/store';
import { ColumnCollector } from './column-collector.js';
import { columnOrder } from './column-order.js';
import type { Measurements } from './measurements.js';
import { ModelRefs } from './model-refs.js';
import { primaryMetric } from './primary-metric.js';
import { runConditions } from './run-conditions.js';
import { runParts, type RunPart } from './run-parts.js';
import { SettingReader } from './setting-reader.js';

/** What measurements are read from. */
export type MeasurementStore = Pick<Store, 'listRuns' | 'listTasks'> & Pick<ResultStore, 'results'>;

/**
 * Reads the kept results of all ended runs and sorts them by setting, so that only what was asked in the same way stands together. Counts
 * only tasks of which every document was answered or failed; what failed is told with the number. A value that is not finite (a perplexity
 * of a text that a model holds for impossible) has no place among others, and is left out. Other work has its turn meanwhile.
 */
export async function readMeasurements(store: MeasurementStore, catalog: Catalog): Promise<Measurements> {
  const [runs, results] = [await store.listRuns(), await store.results()];
  const whole = results.filter(
    ({ scored, failed, documentsExpected }) => scored > 0 && scored + failed >= documentsExpected,
  );
  const byRun = groupByRun(whole);
  const ended = runs.filter(({ id }) => byRun.has(id)).sort((a, b) => endOf(b) - endOf(a));
  const settings = new SettingReader(await readConfigs(store, whole));
  const models = new ModelRefs(catalog);
  const benchmarks = benchmarksByTask(catalog);
  const measured = ended.map((run) => ({ run, identity: models.of(run).identity }));
  const columns = new ColumnCollector();
  for (const [place, { run, identity }] of measured.entries()) {
    if (place % RUNS_A_TURN === RUNS_A_TURN - 1) await letGo();
    const conditions = runConditions(run, models.templateOf(run));
    for (const part of runParts(run, byRun.get(run.id) ?? NONE, (task) => benchmarks.has(task))) {
      const shown = part.metrics.filter(({ metric }) => metric !== 'bypass');
      const primary = primaryMetric(part.task, shown);
      for (const metric of shown) {
        const { value, standardError, lower, upper, count } = metric;
        if (!Number.isFinite(value)) continue;
        const failed = part.leaves.reduce((total, leaf) => total + leaf.failed, 0);
        columns.add({
          setting: settings.read(part, metric, conditions),
          metric,
          benchmark: benchmarkOf(part, benchmarks),
          isPrimary: metric === primary,
          isGroup: part.group !== undefined,
          isPart: part.isPart,
          measurement: {
            identity,
            runId: run.id,
            value,
            standardError,
            lower,
            upper,
            count,
            failed,
            measuredAt: endOf(run),
          },
        });
      }
    }
  }
  return {
    models: models.models,
    columns: [...columns.columns()].sort(columnOrder(catalog.benchmarks)),
    incomplete: results.length - whole.length,
  };
}

/** Some milliseconds' work. */
const RUNS_A_TURN = 10;

const NONE: ReadonlyMap<string, StoredTaskResult> = new Map();

function endOf(run: Run): number {
  return run.endedAt ?? run.createdAt;
}

function groupByRun(results: readonly StoredTaskResult[]): ReadonlyMap<string, ReadonlyMap<string, StoredTaskResult>> {
  const byRun = new Map<string, Map<string, StoredTaskResult>>();
  for (const result of results) {
    const tasks = byRun.get(result.runId) ?? new Map<string, StoredTaskResult>();
    byRun.set(result.runId, tasks.set(result.task, result));
  }
  return byRun;
}

/** Configurations by hash: tasks of one run for each hash not met before. */
async function readConfigs(
  store: MeasurementStore,
  results: readonly StoredTaskResult[],
): Promise<ReadonlyMap<string, JsonObject>> {
  const configs = new Map<string, JsonObject>();
  const hashes = new Map(results.map(({ runId, task, configHash }) => [`${runId} ${task}`, configHash]));
  for (const { runId, configHash } of results) {
    if (configs.has(configHash)) continue;
    for (const { task, config } of await store.listTasks(runId)) {
      const hash = hashes.get(`${runId} ${task}`);
      if (hash !== undefined) configs.set(hash, config);
    }
  }
  return configs;
}

function benchmarksByTask({ benchmarks }: Catalog): ReadonlyMap<string, Benchmark> {
  return new Map(benchmarks.flatMap((benchmark) => benchmark.tasks.map((task) => [task, benchmark] as const)));
}

/** Of a leaf without an entry of its own that of the nearest group. */
function benchmarkOf(part: RunPart, benchmarks: ReadonlyMap<string, Benchmark>): Benchmark | undefined {
  for (const name of [part.task, ...part.groups]) {
    const benchmark = benchmarks.get(name);
    if (benchmark !== undefined) return benchmark;
  }
  return undefined;
}
