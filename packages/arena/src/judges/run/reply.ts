import type { Reading } from '../verdicts/reading.js';
import type { Game } from './game.js';

/** What became of one game. */
export interface GameReply {
  readonly game: Game;
  /** `error`: the request failed; it is asked again when the run is repeated. */
  readonly reading: Reading | { readonly state: 'error'; readonly verdict: null; readonly score: null };
  /** What the judge wrote, or the error. */
  readonly raw: string;
  readonly promptTokens: number | null;
  readonly generatedTokens: number | null;
  /** In the currency of the engine's price; null: not known. */
  readonly cost: number | null;
  readonly latencyMs: number | null;
}

const ERROR = { state: 'error', verdict: null, score: null } as const;

/** A game whose request failed, or could not be made. */
export function failedReply(
  game: Game,
  { code, message }: { readonly code: string; readonly message: string },
): GameReply {
  return {
    game,
    reading: ERROR,
    raw: `${code}: ${message}`,
    promptTokens: null,
    generatedTokens: null,
    cost: null,
    latencyMs: null,
  };
}
