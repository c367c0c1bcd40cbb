import type { Claim } from '@understudy/catalog';
import { normalName } from '../capability/build-capability-map.js';
import type { CapabilityColumn, CapabilityMap, CapabilityRow, CapabilityScore } from '../capability/capability-map.js';
import { differenceInterval } from '../capability/difference.js';
import type { ReferenceId } from '../capability/reference-models.js';
import type { ClaimCheck, ClaimEvidence } from './claim-check.js';
import { isComparative, judgeComparison, verdictOf, type Comparison } from './judge-evidence.js';
import { publishedMargin, SHARE_MARGIN } from './match-margin.js';

/**
 * Holds a claim against published tables and against our runs: wherever one of its models and one of its comparators stand in the same
 * table, how they compare there. It says no more than these numbers: published ones without an error tell which is printed higher, and
 * a claim without a common table has no data here, whatever is true of it.
 */
export function checkClaim(claim: Claim, map: CapabilityMap): ClaimCheck {
  const compares = isComparative(claim.direction);
  const names = new Set(claim.benchmarks.map(normalName));
  const rows = map.rows.filter(({ benchmark: { id, name, publishedAs } }) => {
    return names.size === 0 || [id, name, ...publishedAs].some((one) => names.has(normalName(one)));
  });
  const pairs = compares
    ? claim.models.flatMap((model) => claim.comparators.map((comparator) => [model, comparator] as const))
    : [];
  const evidence = pairs.flatMap((pair) => rows.flatMap((row) => compareInRow(pair, row)));
  const judged = evidence.map((one): ClaimEvidence => ({ ...one, outcome: judgeComparison(claim.direction, one) }));
  const of = (origin: ClaimEvidence['origin']) => judged.filter((one) => one.origin === origin);
  return {
    claim,
    isComparative: compares,
    namesBenchmarks: names.size > 0,
    published: verdictOf(claim.direction, of('published')),
    measured: verdictOf(claim.direction, of('measured')),
    evidence: judged,
    missing: pairs.filter(([model, comparator]) => {
      return !judged.some((one) => one.model === model && one.comparator === comparator);
    }),
  };
}

function compareInRow([model, comparator]: readonly [string, string], row: CapabilityRow): readonly Comparison[] {
  return row.columns.flatMap((column) =>
    scoresOf(model, column).flatMap((first) =>
      scoresOf(comparator, column).map((second): Comparison => ({
        ...describeTable(row, column),
        model,
        modelLabel: first.label,
        comparator,
        comparatorLabel: second.label,
        ...describeDifference(first, second),
      })),
    ),
  );
}

/**
 * The scores of a model that a claim names. Where a claim says GPT-3.5-turbo or GPT-4 without a date, and the table has only dated
 * snapshots, it is these.
 */
function scoresOf(id: string, { scores }: CapabilityColumn): readonly CapabilityScore[] {
  const exact = scores.filter(({ modelId }) => modelId === id);
  const reference = UNDATED[id];
  if (exact.length > 0 || reference === undefined) return exact;
  return scores.filter((score) => score.reference === reference);
}

const UNDATED: Readonly<Record<string, ReferenceId>> = { 'gpt-3.5-turbo': 'gpt-3.5', 'gpt-4': 'gpt-4' };

function describeTable({ benchmark }: CapabilityRow, column: CapabilityColumn) {
  const { key, origin, source, setting, metric, measured, higherIsBetter, isShare } = column;
  const margin = isShare ? SHARE_MARGIN : origin === 'published' ? publishedMargin(metric) : undefined;
  return {
    origin,
    benchmark: measured?.task ?? benchmark.name,
    column: key,
    source,
    setting,
    metric,
    higherIsBetter,
    margin,
  };
}

function describeDifference(first: CapabilityScore, second: CapabilityScore) {
  const { value, interval, runId } = first;
  return {
    modelValue: value,
    comparatorValue: second.value,
    difference: value - second.value,
    interval:
      interval === undefined || second.interval === undefined
        ? undefined
        : differenceInterval({ value, interval }, { value: second.value, interval: second.interval }).interval,
    runs: runId === undefined || second.runId === undefined ? undefined : ([runId, second.runId] as const),
  };
}
