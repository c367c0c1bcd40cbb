import type { Verdict } from '@understudy/store';

/** What judges write for verdicts; A is the answer shown first. `C` is a tie in MT-bench's prompts, which a user's own may follow. */
const LABELS: Readonly<Record<string, Verdict>> = {
  A: 'first',
  B: 'second',
  C: 'tie',
  TIE: 'tie',
  'A>>B': 'first_much',
  'A>B': 'first',
  'A=B': 'tie',
  'B>A': 'second',
  'B>>A': 'second_much',
  'B=A': 'tie',
  'B<<A': 'first_much',
  'B<A': 'first',
  'A<B': 'second',
  'A<<B': 'second_much',
};

/** The verdict of a label; undefined for what is none. */
export function verdictOfLabel(label: string): Verdict | undefined {
  const key = label.replace(/\s+/gu, '').toUpperCase();
  return Object.hasOwn(LABELS, key) ? LABELS[key] : undefined;
}

/** Five labels for a comparison with a baseline, three otherwise, as the JSON schema has them. */
export const BASELINE_LABELS = ['A>>B', 'A>B', 'A=B', 'B>A', 'B>>A'] as const;
export const PAIRWISE_LABELS = ['A', 'B', 'tie'] as const;
