import type { Catalog } from '@understudy/catalog';
import { isShare } from '../leaderboard/is-share.js';
import type { MeasuredColumn, Measurement, Measurements } from '../measurements/measurements.js';
import type { CapabilityColumn, CapabilityScore } from './capability-map.js';
import { opennessOf } from './openness.js';
import { referenceOf } from './reference-models.js';
import { toColumn } from './to-column.js';

/**
 * Our own tables of a benchmark: the columns that stand for whole tasks. Of one whose task does not say whether more is better nobody can say
 * which model is best; it is left out.
 */
export function measuredColumns(
  benchmarkId: string,
  measurements: Measurements,
  catalog: Catalog,
): readonly CapabilityColumn[] {
  return measurements.columns.flatMap((column) => {
    const { key, setting, benchmark, higherIsBetter, isPrimary, isPart } = column;
    if (benchmark?.id !== benchmarkId || !isPrimary || isPart || higherIsBetter === null) return [];
    const newest = Math.max(...column.measurements.map(({ measuredAt }) => measuredAt));
    const about = { key, origin: 'measured', source: undefined, date: yearMonth(newest), setting: null } as const;
    return [
      toColumn(
        { ...about, measured: setting, metric: metricName(column), higherIsBetter, isShare: isShare(column) },
        column.measurements.map((one) => toScore(one, measurements, catalog)),
      ),
    ];
  });
}

function toScore(measurement: Measurement, { models }: Measurements, catalog: Catalog): CapabilityScore {
  const { identity, value, lower, upper, runId } = measurement;
  const model = models.get(identity);
  const name = model?.name ?? identity;
  const modelId = model?.card?.id ?? model?.spec ?? identity;
  const quantization = model?.quantization === undefined ? '' : ` (${model.quantization})`;
  return {
    modelId,
    label: `${name}${quantization}`,
    openness: opennessOf(modelId, catalog),
    reference: referenceOf(modelId, catalog),
    value,
    interval: lower === null || upper === null ? undefined : { lower, upper },
    runId,
    note: null,
  };
}

function metricName({ setting: { metric, filter } }: MeasuredColumn): string {
  return filter === 'none' ? metric : `${metric}, ${filter}`;
}

function yearMonth(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 7);
}
