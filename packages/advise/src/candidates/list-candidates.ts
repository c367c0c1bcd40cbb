import type { ModelCard, Obligations } from '@understudy/catalog';
import type { BoardRow } from '@understudy/evidence';
import type { Candidate } from './candidate.js';
import { runnableSpec } from './runnable-spec.js';

/** What candidates are made of. */
export interface CandidateSources {
  readonly cards: readonly ModelCard[];
  /** Lines of the leaderboard. */
  readonly rows: readonly BoardRow[];
  readonly obligationsOf: (card: ModelCard) => Obligations | undefined;
}

/** All cards, each with what was measured of it, and all measured models without a card; sorted by id. */
export function listCandidates({ cards, rows, obligationsOf }: CandidateSources): readonly Candidate[] {
  const byCard = new Map<string, BoardRow[]>();
  for (const row of rows) {
    const id = row.model.card?.id;
    if (id !== undefined) byCard.set(id, [...(byCard.get(id) ?? []), row]);
  }
  const known = cards.flatMap((card) => ofCard(card, byCard.get(card.id) ?? [], obligationsOf(card)));
  const others = rows.filter(({ model }) => model.card === undefined).map(withoutCard);
  return [...known, ...others].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function ofCard(
  card: ModelCard,
  rows: readonly BoardRow[],
  obligations: Obligations | undefined,
): readonly Candidate[] {
  const base = { card, obligations };
  if (rows.length === 0)
    return [{ ...base, id: card.id, name: card.name, spec: runnableSpec(card), measured: undefined }];
  const names = rows.map(({ model }) => nameAmong(rows, model));
  return rows.map((measured, index) => {
    const suffix = names[index];
    return {
      ...base,
      id: suffix === undefined ? card.id : `${card.id}@${suffix}`,
      name: suffix === undefined ? card.name : `${card.name} (${suffix})`,
      spec: measured.model.spec,
      measured,
    };
  });
}

/** What tells a measured model from others of its card: its format where that does, else the beginning of its identity. */
function nameAmong(rows: readonly BoardRow[], model: BoardRow['model']): string | undefined {
  if (rows.length === 1) return undefined;
  const alike = rows.filter((row) => row.model.quantization === model.quantization);
  return alike.length === 1 && model.quantization !== undefined ? model.quantization : model.identity.slice(0, 12);
}

function withoutCard(measured: BoardRow): Candidate {
  const { identity, name, spec } = measured.model;
  return { id: identity, name, spec, card: undefined, obligations: undefined, measured };
}
