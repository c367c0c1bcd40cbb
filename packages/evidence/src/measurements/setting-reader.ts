import type { JsonObject, MetricResult, StoredTaskResult } from '@understudy/store';
import { digest } from './digest.js';
import { documentChoice, type RunConditions } from './run-conditions.js';
import type { RunPart } from './run-parts.js';
import type { Setting } from './setting.js';
import { taskSetting, versionText } from './task-setting.js';

/** Says how parts of runs were asked. It remembers: a thousand runs ask the same in few ways. */
export class SettingReader {
  readonly #configs: ReadonlyMap<string, JsonObject>;
  readonly #settings = new Map<string, Setting>();
  readonly #digests = new Map<string, string>();

  /** @param configs configurations of tasks by their hash */
  constructor(configs: ReadonlyMap<string, JsonObject>) {
    this.#configs = configs;
  }

  /** The setting of a metric of a leaf or a group. */
  read(part: RunPart, metric: MetricResult, conditions: RunConditions): Setting {
    const [first] = part.leaves;
    if (first !== undefined && part.groupVersion === undefined) return this.#leaf(first, metric, conditions);
    const leaves = part.leaves
      .filter((leaf) => leaf.metrics.some((one) => one.metric === metric.metric && one.filter === metric.filter))
      .map((leaf) => this.#leaf(leaf, metric, conditions));
    const shots = new Set(leaves.map(({ numFewshot }) => numFewshot));
    return {
      task: part.task,
      version: versionText(part.groupVersion ?? ''),
      numFewshot: shots.size === 1 ? ([...shots][0] ?? null) : null,
      metric: metric.metric,
      filter: metric.filter,
      usesChatTemplate: conditions.usesChatTemplate,
      documents: sum(leaves.map(({ documents }) => documents)),
      documentsTotal: sum(leaves.map(({ documentsTotal }) => documentsTotal)),
      rest: this.#groupRest(leaves, metric.isProportion),
    };
  }

  #leaf(result: StoredTaskResult, metric: MetricResult, conditions: RunConditions): Setting {
    const { task, version, numFewshot, documentsExpected, documentsTotal, configHash } = result;
    const choice = documentChoice(conditions, result);
    const size = [documentsExpected, documentsTotal, choice === undefined ? '' : digest(choice)];
    const key = [task, version, numFewshot, ...size, metric.metric, metric.filter, configHash, conditions.key].join(
      '\n',
    );
    const known = this.#settings.get(key);
    if (known !== undefined) return known;
    const config = this.#configs.get(configHash) ?? { unknown: configHash };
    const setting = taskSetting({ result, metric, conditions, config });
    this.#settings.set(key, setting);
    return setting;
  }

  /** Of a group: all of its leaves' settings, and whether documents or leaves count the same. */
  #groupRest(leaves: readonly Setting[], isBySize: boolean): string {
    const asked = leaves.map((leaf) =>
      [leaf.task, leaf.version, leaf.documents, leaf.documentsTotal, leaf.rest].join(' '),
    );
    const key = [...asked.sort(), isBySize].join('\n');
    const known = this.#digests.get(key) ?? digest(key);
    this.#digests.set(key, known);
    return known;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
