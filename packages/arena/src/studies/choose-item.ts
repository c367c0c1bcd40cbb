import type { Candidate, StudyItem } from '@understudy/store';
import { hash32 } from './hash32.js';
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
  const { regular, gold, training } = countKinds(candidates);
  if (regular === 0) return 0;
  const { done, goldEvery } = options;
  const isGoldAt = (position: number): boolean => isGoldTurn({ ...options, done: position });
  let walk: Walk = { position: done + training, regular, gold };
  if (goldEvery > 0) {
    const size = goldEvery + 1;
    while (walk.regular > 0 && walk.position % size !== 0) walk = step(walk, isGoldAt);
    // Whole blocks have one gold item each, wherever it is. The last one is walked through: it ends with its last regular item.
    const blocks = Math.max(0, Math.min(walk.gold, Math.floor((walk.regular - 1) / goldEvery)));
    walk = {
      position: walk.position + blocks * size,
      regular: walk.regular - blocks * goldEvery,
      gold: walk.gold - blocks,
    };
    while (walk.regular > 0 && walk.gold > 0) walk = step(walk, isGoldAt);
  }
  return walk.position + walk.regular - done;
}

/** Where somebody is who is given one item after the other, and what is left then. */
interface Walk {
  readonly position: number;
  readonly regular: number;
  readonly gold: number;
}

function step({ position, regular, gold }: Walk, isGoldAt: (position: number) => boolean): Walk {
  const isGold = gold > 0 && isGoldAt(position);
  return { position: position + 1, regular: isGold ? regular : regular - 1, gold: isGold ? gold - 1 : gold };
}

function countKinds(candidates: readonly Candidate[]): Readonly<Record<StudyItem['kind'], number>> {
  const counts = { regular: 0, gold: 0, training: 0 };
  for (const { item } of candidates) counts[item.kind] += 1;
  return counts;
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
