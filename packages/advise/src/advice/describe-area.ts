import type { Reference } from '../candidates/find-reference.js';
import type { AreaWeight } from '../needs/written.js';
import type { AreaBasis } from '../scores/area-basis.js';
import { areaScore } from '../scores/area-score.js';
import type { AdvisedArea } from './advice.js';

/** An area of the needs with the benchmarks that its scores are made of, and the reference's. */
export function describeArea(
  { area, weight }: AreaWeight,
  bases: readonly AreaBasis[],
  reference: Reference,
): AdvisedArea {
  const basis = bases.find((one) => one.area === area);
  const row = reference.measured[0]?.measured;
  return {
    area,
    weight,
    benchmarks: (basis?.benchmarks ?? []).map(({ id, name, column: { key, setting } }) => {
      return { id, name, column: key, task: setting.task, documents: setting.documents };
    }),
    reference: (row && basis && areaScore(row, basis)) ?? null,
  };
}
