import type { CapabilityColumn, CapabilityScore } from './capability-map.js';
import { REFERENCES } from './reference-models.js';

/** Makes a column of its scores: sorts them and finds the best open model and the references. */
export function toColumn(
  table: Omit<CapabilityColumn, 'bestOpen' | 'references' | 'scores'>,
  scores: readonly CapabilityScore[],
): CapabilityColumn {
  const sign = table.higherIsBetter ? 1 : -1;
  const sorted = [...scores].sort((a, b) => sign * (b.value - a.value) || (a.label < b.label ? -1 : 1));
  const references = REFERENCES.flatMap((reference) => {
    const best = sorted.find((score) => score.reference === reference);
    return best === undefined ? [] : [[reference, best] as const];
  });
  return {
    ...table,
    bestOpen: sorted.find(({ openness }) => openness === 'open'),
    references: Object.fromEntries(references),
    scores: sorted,
  };
}
