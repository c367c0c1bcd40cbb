import { AREAS, type Benchmark } from '@understudy/catalog';
import type { MeasuredColumn } from './measurements.js';

/** Order of columns: by area, then benchmark as the catalog lists them, then task; of one task the setting that most models have first. */
export function columnOrder(benchmarks: readonly Benchmark[]): (a: MeasuredColumn, b: MeasuredColumn) => number {
  const places = new Map(benchmarks.map(({ id }, place) => [id, place]));
  const placeOf = ({ benchmark }: MeasuredColumn) => places.get(benchmark?.id ?? '') ?? places.size;
  return (a, b) =>
    areaOf(a) - areaOf(b) ||
    placeOf(a) - placeOf(b) ||
    byText(a.setting.task, b.setting.task) ||
    Number(b.isPrimary) - Number(a.isPrimary) ||
    b.measurements.length - a.measurements.length ||
    b.setting.documents - a.setting.documents ||
    byText(a.key, b.key);
}

function areaOf({ area }: MeasuredColumn): number {
  return area === undefined ? AREAS.length : AREAS.indexOf(area);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
