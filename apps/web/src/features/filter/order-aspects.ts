import type { Messages } from '../../messages/messages.js';

/** Aspects in the order of the nine that studies have, then those that we have no name for, by alphabet. */
export function orderAspects(messages: Messages, aspects: readonly string[]): readonly string[] {
  const known = Object.keys(messages.filter.aspects);
  return [
    ...known.filter((aspect) => aspects.includes(aspect)),
    ...aspects.filter((aspect) => !known.includes(aspect)).toSorted((a, b) => a.localeCompare(b)),
  ];
}
