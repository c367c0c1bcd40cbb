import type { JsonObject, MetricResult, StoredTaskResult } from '@understudy/store';
import { digest } from './digest.js';
import { documentChoice, type RunConditions } from './run-conditions.js';
import type { RunPart } from './run-parts.js';
import type { Setting } from './setting.js';
import { taskSetting, versionText } from './task-setting.js';

/** Says how parts of runs were asked. It remembers: a thousand runs ask the same in few ways. */
export class SettingReader {
  readonly #configs: ReadonlyMap<string, JsonObject>;
  /** By what all metrics of a result share, then by metric and filter. */
  readonly #settings = new Map<string, Map<string, Setting>>();
  /** A result belongs to one run. */
  readonly #byResult = new Map<StoredTaskResult, Map<string, Setting>>();
  readonly #digests = new Map<string, string>();

  /** @param configs configurations of tasks by their hash */
  constructor(configs: ReadonlyMap<string, JsonObject>) {
    this.#configs = configs;
  }

  /** The setting of a metric of a leaf or a group. */
  read(part: RunPart, metric: MetricResult, conditions: RunConditions): Setting {
    const [first] = part.leaves;
    if (first !== undefined && part.group === undefined) return this.#leaf(first, metric, conditions);
    const leaves = part.leaves
      .filter((leaf) => leaf.metrics.some((one) => one.metric === metric.metric && one.filter === metric.filter))
      .map((leaf) => this.#leaf(leaf, metric, conditions));
    const shots = new Set(leaves.map(({ numFewshot }) => numFewshot));
    return {
      task: part.task,
      version: versionText(part.group?.version ?? ''),
      numFewshot: shots.size === 1 ? ([...shots][0] ?? null) : null,
      metric: metric.metric,
      filter: metric.filter,
      usesChatTemplate: conditions.usesChatTemplate,
      documents: sum(leaves.map(({ documents }) => documents)),
      documentsTotal: sum(leaves.map(({ documentsTotal }) => documentsTotal)),
      rest: this.#groupRest(leaves, part.group?.metricsBySize.has(metric.metric) === true),
    };
  }

  #leaf(result: StoredTaskResult, metric: MetricResult, conditions: RunConditions): Setting {
    const known = this.#ofResult(result, conditions);
    const name = `${metric.metric},${metric.filter}`;
    const present = known.get(name);
    if (present !== undefined) return present;
    const config = this.#configs.get(result.configHash) ?? { unknown: result.configHash };
    const setting = taskSetting({ result, metric, conditions, config });
    known.set(name, setting);
    return setting;
  }

  /** The settings by metric and filter of all results that were asked in the same way. */
  #ofResult(result: StoredTaskResult, conditions: RunConditions): Map<string, Setting> {
    const own = this.#byResult.get(result);
    if (own !== undefined) return own;
    const { task, version, numFewshot, documentsExpected, documentsTotal, configHash } = result;
    const choice = documentChoice(conditions, result);
    const size = [documentsExpected, documentsTotal, choice === undefined ? '' : digest(choice)];
    const key = [task, version, numFewshot, ...size, configHash, conditions.key].join('\n');
    const known = this.#settings.get(key) ?? new Map<string, Setting>();
    this.#settings.set(key, known);
    this.#byResult.set(result, known);
    return known;
  }

  /** Of a group: all of its leaves' settings, and whether documents or leaves count the same, where that is not the same. */
  #groupRest(leaves: readonly Setting[], isBySize: boolean): string {
    const asked = leaves.map((leaf) =>
      [leaf.task, leaf.version, leaf.documents, leaf.documentsTotal, leaf.rest].join(' '),
    );
    const isEven = new Set(leaves.map(({ documents }) => documents)).size === 1;
    const key = [...asked.sort(), isEven || isBySize].join('\n');
    const known = this.#digests.get(key) ?? digest(key);
    this.#digests.set(key, known);
    return known;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
