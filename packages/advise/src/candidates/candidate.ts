import type { ModelCard, Obligations } from '@understudy/catalog';
import type { BoardRow } from '@understudy/evidence';

/** A model that might stand in: one that was measured, in the format it was measured in, or one that is only known by its card. */
export interface Candidate {
  /** Unique: the card's id, `id@format` where one card was measured in several formats, or the identity of a measured model without a card. */
  readonly id: string;
  /** To be shown. */
  readonly name: string;
  /** What names it on the command line. */
  readonly spec: string;
  readonly card: ModelCard | undefined;
  /** What its licence and those of its lineage ask; undefined without a card. */
  readonly obligations: Obligations | undefined;
  /** Its line of the leaderboard; undefined where it was never measured. */
  readonly measured: BoardRow | undefined;
}
