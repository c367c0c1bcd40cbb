/** How far below a comparator a model may lie and still match it, on the scale of a metric. */
interface MatchMargin {
  readonly metric: RegExp;
  readonly margin: number;
  readonly reason: string;
}

/** Metrics as sources write them; what is on no scale named here cannot be said to match. */
const MARGINS: readonly MatchMargin[] = [
  { metric: /%/u, margin: 5, reason: 'five points of a hundred' },
  { metric: /^score 1-10$/u, margin: 0.5, reason: 'a twentieth of the scale, as for per cent' },
  { metric: /\bElo\b/u, margin: 35, reason: 'a win rate of 45% and not 50%: 400·log₁₀(55/45)' },
];

/** The margin of a published metric; undefined: its scale is not known. */
export function publishedMargin(metric: string | null): number | undefined {
  return MARGINS.find((one) => metric !== null && one.metric.test(metric))?.margin;
}

/** The margin of our own shares, 0 to 1. */
export const SHARE_MARGIN = 0.05;
