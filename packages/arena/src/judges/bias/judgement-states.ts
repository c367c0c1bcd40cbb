import type { JudgementState } from '@understudy/store';
import type { JudgedGame } from '../combine/judged-game.js';

/** What became of a judge's games, and what they cost. */
export interface JudgementCounts {
  readonly judgements: number;
  readonly states: Readonly<Record<JudgementState, number>>;
  /** Known costs, in USD; null where none is known. */
  readonly cost: number | null;
  /** What a thousand judgements cost by those whose cost is known, in USD. */
  readonly costPer1000: number | null;
  readonly promptTokens: number;
  readonly generatedTokens: number;
}

/** Counts games by state. */
export function countJudgements(games: readonly JudgedGame[]): JudgementCounts {
  const states: Record<JudgementState, number> = { ok: 0, unparsed: 0, refused: 0, error: 0 };
  let [cost, priced, promptTokens, generatedTokens] = [0, 0, 0, 0];
  for (const { judgement } of games) {
    states[judgement.state] += 1;
    promptTokens += judgement.promptTokens ?? 0;
    generatedTokens += judgement.generatedTokens ?? 0;
    if (judgement.cost === null) continue;
    cost += judgement.cost;
    priced += 1;
  }
  return {
    judgements: games.length,
    states,
    cost: priced === 0 ? null : cost,
    costPer1000: priced === 0 ? null : (1000 * cost) / priced,
    promptTokens,
    generatedTokens,
  };
}
