import type { Candidate, StudyItem } from '@understudy/store';
import { hash32 } from './seeded-random.js';
import { isSwapped } from './side.js';

/** Who chooses, and what has been done. */
export interface ChooseOptions {
  /** The study's. */
  readonly seed: number;
  readonly annotatorId: string;
  /** Items that this annotator has had. */
  readonly done: number;
  /** As in `StudyDesign`. */
  readonly goldEvery: number;
}

/**
 * An annotator's next item, and its sides. Training items come first, in the plan's order. Of every `goldEvery + 1` items after that one is
 * gold, at a place drawn for the annotator, so that it cannot be told by counting. Of the regular items that lack votes (outstanding
 * assignments count as votes) one of those with the fewest is drawn; the order is each annotator's own.
 *
 * Undefined when no regular item lacks a vote: training and gold alone are not worth anyone's time. Pure; one pass over the candidates.
 */
export function chooseItem(
  candidates: readonly Candidate[],
  options: ChooseOptions,
): { readonly item: StudyItem; readonly swapped: boolean } | undefined {
  const regular = best(candidates, 'regular', options);
  if (regular === undefined) return undefined;
  const chosen =
    best(candidates, 'training', options) ??
    (isGoldTurn(options) ? best(candidates, 'gold', options) : undefined) ??
    regular;
  const { item, votes, outstanding } = chosen;
  return { item, swapped: isSwapped({ seed: options.seed, number: item.number, showings: votes + outstanding }) };
}

/**
 * Items that an annotator will still be given if nobody else votes: training and gold items too, so that the number goes down by one with
 * every vote, and does not tell the gold items by standing still.
 */
export function itemsLeft(candidates: readonly Candidate[], options: ChooseOptions): number {
  const counts = { regular: 0, gold: 0, training: 0 };
  for (const { item } of candidates) counts[item.kind] += 1;
  let { regular, gold } = counts;
  if (regular === 0) return 0;
  const { done, goldEvery } = options;
  const start = done + counts.training;
  if (goldEvery === 0) return counts.training + regular;
  let position = start;
  const step = (): void => {
    if (gold > 0 && isGoldTurn({ ...options, done: position })) gold -= 1;
    else regular -= 1;
    position += 1;
  };
  while (regular > 0 && position % (goldEvery + 1) !== 0) step();
  // Whole blocks have one gold item each, wherever it is. The last one is walked through: it ends with its last regular item.
  const blocks = Math.max(0, Math.min(gold, Math.floor((regular - 1) / goldEvery)));
  regular -= blocks * goldEvery;
  gold -= blocks;
  position += blocks * (goldEvery + 1);
  if (gold === 0) position += regular;
  else while (regular > 0) step();
  return position - done;
}

/** Of a block of items one is gold. */
function isGoldTurn({ seed, annotatorId, done, goldEvery }: ChooseOptions): boolean {
  if (goldEvery === 0) return false;
  const size = goldEvery + 1;
  const block = Math.floor(done / size);
  return done % size === hash32(seed, 'gold', annotatorId, block) % size;
}

/** The candidate of a kind with the fewest showings, among equals the first in the annotator's order. */
function best(
  candidates: readonly Candidate[],
  kind: StudyItem['kind'],
  { seed, annotatorId }: ChooseOptions,
): Candidate | undefined {
  let found: Candidate | undefined;
  let fewest = Infinity;
  let earliest = Infinity;
  const annotator = hash32(seed, annotatorId);
  for (const candidate of candidates) {
    const { item, votes, outstanding } = candidate;
    if (item.kind !== kind || votes + outstanding >= item.wanted) continue;
    // Everyone gets all training items, in the plan's order; gold is not worn out by use.
    const showings = kind === 'regular' ? votes + outstanding : 0;
    if (showings > fewest) continue;
    const order = kind === 'training' ? item.number : hash32(annotator, item.number);
    if (showings === fewest && order >= earliest) continue;
    found = candidate;
    fewest = showings;
    earliest = order;
  }
  return found;
}
