import type { Candidate } from './candidate.js';
import type { Reference } from './find-reference.js';
import { isSnapshotOf } from './same-model.js';

/** The reference itself, in any format, and other snapshots of what its provider runs: they are no stand-ins. */
export function isReference(candidate: Candidate, reference: Reference): boolean {
  const { card, id } = candidate;
  if (reference.measured.some((measured) => measured.id === id)) return true;
  if (id === reference.id || (card !== undefined && card.id === reference.id)) return true;
  const [measured] = reference.measured;
  return isSnapshotOf(
    { card, remote: candidate.measured?.model.remote },
    { card: reference.card, remote: measured?.measured?.model.remote },
  );
}
