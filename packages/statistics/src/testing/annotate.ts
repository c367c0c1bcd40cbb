import type { Annotations } from '../agreement/annotations.js';

/** One label as a test writes it. */
export interface Mark {
  readonly item: string;
  readonly rater: string;
  readonly label: string;
}

/** Annotations of marks. Items of several calls have the same numbers where `items` is shared. */
export function annotate(
  marks: readonly Mark[],
  {
    labels,
    tie,
    items = numbering(marks.map(({ item }) => item)),
  }: { labels: readonly string[]; tie?: string; items?: ReadonlyMap<string, number> },
): Annotations {
  const raters = numbering(marks.map(({ rater }) => rater));
  return {
    items: items.size,
    raters: raters.size,
    labels: labels.length,
    tie: tie === undefined ? undefined : labels.indexOf(tie),
    item: Int32Array.from(marks, ({ item }) => items.get(item) ?? -1),
    rater: Int32Array.from(marks, ({ rater }) => raters.get(rater) ?? -1),
    label: Uint8Array.from(marks, ({ label }) => labels.indexOf(label)),
  };
}

/** Numbers names from 0 in the order in which they come. */
export function numbering(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].map((name, index) => [name, index]));
}
