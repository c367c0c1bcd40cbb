import type { Acknowledged } from './voter.js';

/** A vote in the export. */
export interface ExportedVote {
  readonly voteId: string;
  readonly annotatorId: string;
  readonly itemNumber: number;
  readonly outcome: string;
  readonly valid: boolean;
}

/** What must all be 0. */
export interface Tally {
  /** Acknowledged, and not in the export. */
  readonly lost: number;
  /** In the export, and never acknowledged. */
  readonly unknown: number;
  /** The same annotator twice on the same item. */
  readonly double: number;
  /** The same vote twice in the export. */
  readonly repeated: number;
  /** More votes on an item than were wanted. */
  readonly tooMany: number;
}

const surplus = (keys: readonly string[]): number => keys.length - new Set(keys).size;

/** Compares what voters were told with what the store has. */
export function tally(acknowledged: readonly Acknowledged[], exported: readonly ExportedVote[], wanted: number): Tally {
  const told = new Set(acknowledged.map(({ voteId }) => voteId));
  const kept = new Set(exported.map(({ voteId }) => voteId));
  const items = new Map<number, number>();
  for (const { itemNumber } of exported) items.set(itemNumber, (items.get(itemNumber) ?? 0) + 1);
  return {
    lost: [...told].filter((id) => !kept.has(id)).length,
    unknown: [...kept].filter((id) => !told.has(id)).length,
    double: surplus(exported.map(({ annotatorId, itemNumber }) => `${annotatorId} ${itemNumber}`)),
    repeated: surplus(exported.map(({ voteId }) => voteId)),
    tooMany: [...items.values()].filter((votes) => votes > wanted).length,
  };
}
