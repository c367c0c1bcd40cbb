import type { ArenaStore } from '@understudy/store';
import { messageFor } from './ask-for-texts.js';
import type { Game } from './game.js';
import type { OpenJudge } from './open-judge.js';
import { pendingGames } from './pending-games.js';

/** What a judge would do, and what that may cost. */
export interface JudgeEstimate {
  readonly stored: number;
  readonly pending: number;
  readonly questions: number;
  readonly models: number;
  /** Of the pending ones, at four characters a token. */
  readonly promptTokens: number;
  /** At the longest replies, in USD; null where the price is not known in USD. */
  readonly cost: number | null;
  readonly costPer1000: number | null;
}

const CHARACTERS_PER_TOKEN = 4;
const TOKENS_PER_PRICE = 1_000_000;
/** Prompts that log-probabilities of the two letters take. */
const LETTER_PROMPTS = 2;

/** Estimates the work that is left, without asking anything. */
export async function estimateJudge(
  store: Pick<ArenaStore, 'judgements'>,
  judge: OpenJudge,
  games: readonly Game[],
): Promise<JudgeEstimate> {
  const pending = await pendingGames(store, judge, games);
  const prompts = judge.form === 'token' ? LETTER_PROMPTS : 1;
  const characters = pending.reduce((sum, game) => sum + prompts * messageFor(judge, game).length, 0);
  const promptTokens = Math.ceil(characters / CHARACTERS_PER_TOKEN);
  const generated = judge.form === 'token' ? 0 : pending.length * judge.prompt.max_tokens;
  const price = judge.engine.info.server?.price;
  const cost =
    price?.currency === 'USD' ? (promptTokens * price.input + generated * price.output) / TOKENS_PER_PRICE : null;
  return {
    stored: games.length - pending.length,
    pending: pending.length,
    questions: new Set(games.map(({ question }) => question.id)).size,
    models: new Set(games.flatMap(({ first, second }) => [first.versionId, second?.versionId ?? first.versionId])).size,
    promptTokens,
    cost,
    costPer1000: cost === null || pending.length === 0 ? null : (1000 * cost) / pending.length,
  };
}
