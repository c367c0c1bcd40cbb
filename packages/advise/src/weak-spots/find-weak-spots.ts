import type { BoardColumn, BoardRow } from '@understudy/evidence';
import type { Area } from '@understudy/catalog';
import type { Finding } from '../admissibility/finding.js';
import { isHosted, type Footprint } from '../admissibility/footprint.js';
import type { Candidate } from '../candidates/candidate.js';
import type { Needs } from '../needs/needs.js';
import type { AreaBasis } from '../scores/area-basis.js';
import type { AreaScore } from '../scores/area-score.js';
import { findFailedSpots } from './find-failed-spots.js';
import { scoredCells } from './scored-cells.js';
import type { WeakSpot } from './weak-spot.js';

/** What is known of a model when its weak spots are looked for. */
export interface Examined {
  readonly candidate: Candidate;
  /** What was measured of the model that is to be replaced. */
  readonly reference: BoardRow | undefined;
  readonly needs: Needs;
  readonly footprint: Footprint | undefined;
  readonly findings: readonly Finding[];
  readonly scores: readonly AreaScore[];
  readonly bases: readonly AreaBasis[];
  readonly missing: readonly Area[];
}

/** The weak spots of the evidence for a model: of its numbers, then of the model and its licence. */
export function findWeakSpots(examined: Examined): readonly WeakSpot[] {
  return [
    ...powerSpots(examined),
    ...contaminationSpots(examined),
    ...findFailedSpots(scoredCells(examined), examined.reference),
    ...settingSpots(examined),
    ...coverageSpots(examined),
    ...modelSpots(examined),
    ...licenceSpots(examined),
  ];
}

function powerSpots({ scores, needs: { margin } }: Examined): readonly WeakSpot[] {
  return scores.flatMap(({ area, interval, documents }) => {
    const halfWidth = (interval.upper - interval.lower) / 2;
    return halfWidth > margin ? [{ code: 'underpowered', area, halfWidth, documents } as const] : [];
  });
}

function contaminationSpots(examined: Examined): readonly WeakSpot[] {
  const found = new Map<string, WeakSpot>();
  const unchecked = new Set<string>();
  for (const { cell, column } of scoredCells(examined)) {
    const name = column.benchmark?.name ?? column.setting.task;
    if (cell.contamination.length === 0) unchecked.add(name);
    for (const contamination of cell.contamination) {
      if (contamination.finding === 'clean') continue;
      found.set(`${name} ${contamination.statement}`, { code: 'contaminated', benchmark: name, contamination });
    }
  }
  const notChecked: readonly WeakSpot[] =
    unchecked.size === 0 ? [] : [{ code: 'contamination-not-checked', benchmarks: [...unchecked] }];
  return [...found.values(), ...notChecked];
}

function settingSpots(examined: Examined): readonly WeakSpot[] {
  const cells = scoredCells(examined);
  const part = cells.filter(({ column: { setting } }) => setting.documents < setting.documentsTotal);
  const isChat = examined.candidate.card?.kind === 'chat' || examined.candidate.card?.kind === 'instruct';
  const bare = isChat ? cells.filter(({ column }) => !column.setting.usesChatTemplate) : [];
  const single = cells.filter(({ cell }) => cell.otherRuns.length === 0);
  return [
    ...(part.length > 0 ? [{ code: 'part-of-task', tasks: tasksOf(part) } as const] : []),
    ...(single.length > 0 ? [{ code: 'single-run', tasks: tasksOf(single) } as const] : []),
    ...(bare.length > 0 ? [{ code: 'no-chat-template', tasks: tasksOf(bare) } as const] : []),
    ...quantizationSpots(examined),
  ];
}

function tasksOf(cells: readonly { readonly column: BoardColumn }[]): readonly string[] {
  return cells.map(({ column }) => column.setting.task);
}

function quantizationSpots({ candidate, footprint, scores }: Examined): readonly WeakSpot[] {
  if (scores.length === 0 || footprint === undefined) return [];
  const measured = candidate.measured?.model.quantization;
  if (measured === undefined) return [{ code: 'quantization-unknown' }];
  const deployed = footprint.quantization;
  return measured === deployed ? [] : [{ code: 'other-quantization', measured, deployed }];
}

function coverageSpots({ needs, scores, bases, missing }: Examined): readonly WeakSpot[] {
  const measured = bases.filter(({ area }) => scores.some((score) => score.area === area));
  const spots = measured.flatMap(({ area, benchmarks }): readonly WeakSpot[] => {
    const known = new Set(benchmarks.flatMap(({ column }) => column.benchmark.languages));
    const languages = needs.language.filter((language) => !known.has(language));
    const [only, ...others] = benchmarks;
    return [
      ...(languages.length > 0 ? [{ code: 'languages-not-measured', area, languages } as const] : []),
      ...(only !== undefined && others.length === 0
        ? [{ code: 'one-benchmark', area, benchmark: only.name } as const]
        : []),
    ];
  });
  return missing.length === 0 ? spots : [...spots, { code: 'areas-not-measured', areas: missing }];
}

function modelSpots({ candidate, findings }: Examined): readonly WeakSpot[] {
  const unknown = findings.filter(({ outcome }) => outcome === 'unknown').map(({ need }) => need);
  return [
    ...(candidate.card?.kind === 'base' ? [{ code: 'base-model' } as const] : []),
    ...(unknown.length > 0 ? [{ code: 'facts-unknown', needs: unknown } as const] : []),
  ];
}

function licenceSpots({ candidate, needs }: Examined): readonly WeakSpot[] {
  if (isHosted(candidate)) return [{ code: 'hosted' }];
  const { obligations } = candidate;
  if (obligations === undefined) return [{ code: 'licence-unknown' }];
  const conditions = obligations.obligations.map(({ condition: { kind, text }, licence, from }) => ({
    kind,
    text,
    licence,
    from,
  }));
  return [
    ...(obligations.commercialUse === 'unknown' ? [{ code: 'licence-unknown' } as const] : []),
    ...(needs.commercial && conditions.length > 0 ? [{ code: 'conditions', conditions } as const] : []),
    ...(obligations.teacher === null ? [] : [{ code: 'teacher-terms', teacher: obligations.teacher } as const]),
  ];
}
