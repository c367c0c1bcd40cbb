import type { Vote } from '@understudy/store';

/** How long a vote can be taken back, in seconds; the names are shown only after that. */
export const UNDO_SECONDS = 10;

/** Milliseconds since 1970 until which a vote can be taken back. */
export function undoUntil({ castAt }: Pick<Vote, 'castAt'>): number {
  return castAt + UNDO_SECONDS * 1000;
}
