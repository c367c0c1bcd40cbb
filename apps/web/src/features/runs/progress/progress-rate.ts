/** How many documents were stored at a time. */
export interface ProgressPoint {
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number;
  readonly stored: number;
}

/** The rate is that of the last minute: what a run did an hour ago says little of what is left. */
const WINDOW_MS = 60_000;

/** Adds a point to those of the last minute; one that is not newer changes nothing. */
export function withPoint(points: readonly ProgressPoint[], point: ProgressPoint): readonly ProgressPoint[] {
  const last = points.at(-1);
  if (last !== undefined && point.at <= last.at) return points;
  return [...points.filter(({ at }) => point.at - at <= WINDOW_MS), point];
}

/** Documents a second over the points; null until there are two at least a second apart. */
export function rateOf(points: readonly ProgressPoint[]): number | null {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at < 1000) return null;
  return ((last.stored - first.stored) * 1000) / (last.at - first.at);
}

/** What the process that works on a run tells of the tokens. */
interface TokenCount {
  readonly elapsedMs: number;
  readonly computedTokens: number;
}

/** Tokens a second since that process began; null where it computes none itself, or has told nothing yet. */
export function tokenRate(session: TokenCount | null): number | null {
  if (session === null || session.elapsedMs <= 0 || session.computedTokens === 0) return null;
  return (1000 * session.computedTokens) / session.elapsedMs;
}

/** Milliseconds until all documents are done, at this rate; null where there is none. */
export function remainingMs(left: number, rate: number | null): number | null {
  return rate === null || rate <= 0 ? null : (left / rate) * 1000;
}
