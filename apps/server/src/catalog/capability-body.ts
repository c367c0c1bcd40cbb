import type { Catalog } from '@understudy/catalog';
import {
  compareScores,
  REFERENCES,
  type CapabilityColumn,
  type CapabilityMap,
  type CapabilityScore,
  type ReferenceId,
} from '@understudy/evidence';
import type { CapabilityBody } from '../api/catalog/capability-schema.js';
import { claimBody } from './claim-body.js';

type ColumnBody = CapabilityBody['rows'][number]['columns'][number];
type ScoreBody = ColumnBody['scores'][number];
type VerdictBody = NonNullable<ColumnBody['verdicts'][ReferenceId]>;

function scoreBody(score: CapabilityScore, { cardsById }: Catalog): ScoreBody {
  const { modelId, label, openness, reference = null, value, interval = null, runId = null, note } = score;
  return { modelId, hasCard: cardsById.has(modelId), label, openness, reference, value, interval, runId, note };
}

/** The best open model of a table against a reference of it; null where it lacks either. */
function verdictBody(column: CapabilityColumn, reference: ReferenceId): VerdictBody | null {
  const { bestOpen, references } = column;
  const other = references[reference];
  if (bestOpen === undefined || other === undefined) return null;
  const verdict = compareScores(column, bestOpen, other);
  const { kind, difference } = verdict;
  return { kind, difference, interval: 'interval' in verdict ? verdict.interval : null };
}

function byReference<T>(value: (reference: ReferenceId) => T): Record<ReferenceId, T> {
  // An entry for each of the references.
  return Object.fromEntries(REFERENCES.map((reference) => [reference, value(reference)])) as Record<ReferenceId, T>;
}

function columnBody(column: CapabilityColumn, catalog: Catalog): ColumnBody {
  const { key, origin, source = null, date = null, setting, metric, higherIsBetter, isShare, bestOpen } = column;
  const { measured } = column;
  const score = (each: CapabilityScore | undefined): ScoreBody | null =>
    each === undefined ? null : scoreBody(each, catalog);
  return {
    key,
    origin,
    source,
    date,
    setting,
    metric,
    higherIsBetter,
    isShare,
    measured:
      measured === undefined
        ? null
        : {
            task: measured.task,
            numFewshot: measured.numFewshot,
            usesChatTemplate: measured.usesChatTemplate,
            documents: measured.documents,
            documentsTotal: measured.documentsTotal,
          },
    bestOpen: score(bestOpen),
    references: byReference((reference) => score(column.references[reference])),
    verdicts: byReference((reference) => verdictBody(column, reference)),
    scores: column.scores.map((each) => scoreBody(each, catalog)),
  };
}

/** The map of areas × benchmarks, and what the surveys claim of each area. */
export function capabilityBody(map: CapabilityMap, catalog: Catalog): CapabilityBody {
  const claims = catalog.claims.map((claim) => claimBody(claim, map));
  const named = new Set(claims.flatMap(({ models, comparators }) => [...models, ...comparators]));
  return {
    rows: map.rows.map(({ area, benchmark: { id, name, sources }, columns }) => ({
      area,
      benchmark: { id, name, sources },
      columns: columns.map((column) => columnBody(column, catalog)),
    })),
    unplaced: [...map.unplaced],
    claims,
    names: Object.fromEntries(catalog.cards.filter(({ id }) => named.has(id)).map(({ id, name }) => [id, name])),
  };
}
