/** What is shown on either side. */
export interface Sides<T> {
  readonly a: T;
  readonly b: T;
}

/** Turns the order of an item into the sides shown. */
export function toSides<T>({ swapped, first, second }: { swapped: boolean; first: T; second: T }): Sides<T> {
  return swapped ? { a: second, b: first } : { a: first, b: second };
}
