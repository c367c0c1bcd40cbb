import type { Reference } from './find-reference.js';
import { runnableSpec } from './runnable-spec.js';

/** What names the reference on the command line. */
export function referenceSpec({ id, card, measured }: Reference): string {
  return measured[0]?.spec ?? (card === undefined ? id : runnableSpec(card));
}
