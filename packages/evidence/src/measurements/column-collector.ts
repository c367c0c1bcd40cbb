import type { Benchmark } from '@understudy/catalog';
import type { MetricResult } from '@understudy/store';
import { columnKey } from './column-key.js';
import type { MeasuredColumn, Measurement } from './measurements.js';
import type { Setting } from './setting.js';

/** A number with the setting whose column it belongs to. */
export interface CollectedNumber {
  readonly setting: Setting;
  readonly metric: MetricResult;
  readonly benchmark: Benchmark | undefined;
  readonly isPrimary: boolean;
  readonly isGroup: boolean;
  readonly isPart: boolean;
  readonly measurement: Omit<Measurement, 'otherRuns'>;
}

interface Collected {
  readonly setting: Setting;
  benchmark: Benchmark | undefined;
  higherIsBetter: boolean | null;
  isProportion: boolean;
  isPrimary: boolean;
  readonly isGroup: boolean;
  isPart: boolean;
  readonly newest: Map<string, Omit<Measurement, 'otherRuns'>>;
  readonly others: Map<string, string[]>;
}

/** Sorts numbers into columns, one for each setting. Numbers are to be given the newest first. */
export class ColumnCollector {
  readonly #columns = new Map<string, Collected>();
  /** The same object is the same setting, which saves looking at all of it. */
  readonly #bySetting = new Map<Setting, Collected>();

  add(number: CollectedNumber): void {
    const { metric, measurement } = number;
    const column = this.#bySetting.get(number.setting) ?? this.#column(number);
    this.#bySetting.set(number.setting, column);
    column.benchmark ??= number.benchmark;
    column.higherIsBetter ??= metric.higherIsBetter;
    column.isProportion &&= metric.isProportion;
    column.isPrimary ||= number.isPrimary;
    column.isPart &&= number.isPart;
    if (!column.newest.has(measurement.identity)) column.newest.set(measurement.identity, measurement);
    else push(column.others, measurement.identity, measurement.runId);
  }

  /** What was added, in no order. */
  columns(): readonly MeasuredColumn[] {
    return [...this.#columns.values()].map(({ newest, others, ...column }) => ({
      ...column,
      key: columnKey(column.setting),
      area: column.benchmark?.areas[0],
      measurements: [...newest.values()].map((one) => ({ ...one, otherRuns: others.get(one.identity) ?? NONE })),
    }));
  }

  #column({ setting, metric: { higherIsBetter }, isGroup }: CollectedNumber): Collected {
    const key = settingText(setting);
    const present = this.#columns.get(key);
    if (present !== undefined) return present;
    const column: Collected = {
      setting,
      benchmark: undefined,
      higherIsBetter,
      isProportion: true,
      isPrimary: false,
      isGroup,
      isPart: true,
      newest: new Map(),
      others: new Map(),
    };
    this.#columns.set(key, column);
    return column;
  }
}

const NONE: readonly string[] = [];

/** All of a setting in one text: the guard that keeps two settings out of one column. */
function settingText(setting: Setting): string {
  const { task, version, numFewshot, metric, filter, usesChatTemplate, documents, documentsTotal, rest } = setting;
  return [task, version, numFewshot, metric, filter, usesChatTemplate, documents, documentsTotal, rest].join('\n');
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
