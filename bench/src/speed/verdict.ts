/** What is asked of the product, and what came of it. */
export interface Verdict {
  readonly text: string;
  readonly isReached: boolean;
}

/** The end of a verdict's line. */
export function asked(target: string, isReached: boolean): string {
  return `(asked ${target}: ${isReached ? 'reached' : 'NOT reached'})`;
}
