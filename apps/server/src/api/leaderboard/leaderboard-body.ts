import type { Catalog, Contamination } from '@understudy/catalog';
import type { AreaCell, BoardCell, BoardColumn, Leaderboard, ModelRef } from '@understudy/evidence';
import type { LeaderboardBody } from './schema.js';

type Body = LeaderboardBody;
type Row = Body['rows'][number];

/** Digits of bounds and errors: more would triple the size of the body and tell nothing. Values keep all of theirs. */
const BOUND_DIGITS = 6;
/** Digits of the hash that tell two settings apart. */
const HASH_DIGITS = 12;

const rounded = (value: number | null): number | null => value && Number(value.toPrecision(BOUND_DIGITS));

function columnBody({ key, setting, benchmark, area, ...rest }: BoardColumn): Body['columns'][number] {
  const { higherIsBetter, isShare, isGroup, models } = rest;
  return {
    key,
    area: area ?? null,
    benchmark: benchmark === undefined ? null : { id: benchmark.id, name: benchmark.name },
    ...setting,
    rest: setting.rest.slice(0, HASH_DIGITS),
    higherIsBetter,
    isShare,
    isGroup,
    models,
  };
}

function modelBody(
  { identity, name, card, obligations, quantization }: ModelRef,
  families: Catalog['families'],
): Row['model'] {
  return {
    identity,
    name,
    card: card?.id ?? null,
    family: card?.family ?? null,
    familyName: (card && families[card.family]) ?? null,
    developer: card?.developer.value ?? null,
    kind: card?.kind ?? null,
    released: card?.released?.value ?? null,
    parameters: card?.parameters?.value ?? null,
    licence: card?.licence.id ?? null,
    commercialUse: obligations?.commercialUse ?? null,
    decidedBy: obligations?.decidedBy ?? [],
    weights: card?.weights.status ?? null,
    languages: card?.languages.value ?? [],
    quantization: quantization ?? null,
  };
}

/** Numbers the findings, each once however many cells it concerns. */
class Findings {
  readonly #places = new Map<Contamination, number>();

  placesOf(contaminations: readonly Contamination[]): readonly number[] {
    return contaminations.map((contamination) => {
      const place = this.#places.get(contamination) ?? this.#places.size;
      this.#places.set(contamination, place);
      return place;
    });
  }

  list(): Body['findings'] {
    return [...this.#places.keys()].map(({ benchmark, finding, statement, sources }) => ({
      benchmark,
      finding,
      statement,
      sources,
    }));
  }
}

function measured(cell: BoardCell | AreaCell, findings: Findings): Omit<Row['areas'][number], 'area'> {
  return {
    value: cell.value,
    standardError: rounded(cell.standardError),
    lower: rounded(cell.lower),
    upper: rounded(cell.upper),
    count: cell.count,
    measuredAt: cell.measuredAt,
    isUnderpowered: cell.isUnderpowered,
    findings: findings.placesOf(cell.contamination),
  };
}

/** The leaderboard as it is sent: without the cards, and with what sources say of contamination said once. */
export function leaderboardBody(board: Leaderboard, { families }: Pick<Catalog, 'families'>): Body {
  const findings = new Findings();
  const rows = board.rows.map(({ model, cells, areas }) => ({
    model: modelBody(model, families),
    cells: cells.map((cell) => ({
      column: cell.column,
      runId: cell.runId,
      failed: cell.failed,
      ...measured(cell, findings),
    })),
    areas: areas.map((cell) => ({ area: cell.area, ...measured(cell, findings) })),
  }));
  return {
    columns: board.columns.map(columnBody),
    areas: board.areas.map(({ area, columns }) => ({ area, columns })),
    findings: findings.list(),
    rows,
  };
}
