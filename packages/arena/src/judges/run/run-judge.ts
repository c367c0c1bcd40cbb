import { randomUUID } from 'node:crypto';
import { EngineError } from '@understudy/core';
import type { ArenaStore, Judgement } from '@understudy/store';
import { askForLetters } from './ask-for-letters.js';
import { askForTexts } from './ask-for-texts.js';
import { keyPartsOf, type Game } from './game.js';
import type { JudgeProgress, JudgeRunOutcome } from './judge-progress.js';
import { JudgeTally } from './judge-tally.js';
import type { OpenJudge } from './open-judge.js';
import { pendingGames } from './pending-games.js';
import type { GameReply } from './reply.js';

/** What a judge is to do. */
export interface RunJudgeOptions {
  readonly store: Pick<ArenaStore, 'putJudge' | 'appendJudgements' | 'judgements'>;
  readonly judge: OpenJudge;
  /** Questions and answers must be in the store already. */
  readonly games: readonly Game[];
  /** Ends the run after what was judged is stored. */
  readonly signal?: AbortSignal | undefined;
  /** Clock, milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

/**
 * Has a judge judge what is not judged yet: yields progress, returns how it ended. Each judgement is stored the moment it is there; games
 * with a stored judgement are skipped unless its state is `error`. How many requests are under way is the engine's business.
 * @throws EngineError when the engine cannot go on, UserError for a limit that the user set; what was judged before is stored
 */
export async function* runJudge(options: RunJudgeOptions): AsyncGenerator<JudgeProgress, JudgeRunOutcome> {
  const { store, judge, games, signal, now = Date.now } = options;
  await store.putJudge(judge.judge);
  const pending = await pendingGames(store, judge, games);
  const tally = new JudgeTally({ total: games.length, stored: games.length - pending.length });
  yield tally.progress;
  const outcome = (status: JudgeRunOutcome['status']): JudgeRunOutcome => ({
    judge: judge.judge,
    status,
    progress: tally.progress,
  });
  if (pending.length === 0) return outcome('finished');
  const ask = judge.form === 'token' ? askForLetters : askForTexts;
  let answered = 0;
  try {
    for await (const reply of ask(judge, pending, signal)) {
      const judgement = judgementOf(judge, reply, now());
      await store.appendJudgements([judgement]);
      tally.add(judgement);
      answered += 1;
      yield tally.progress;
    }
  } catch (error) {
    if (signal?.aborted === true) return outcome('stopped');
    throw error;
  }
  if (signal?.aborted === true) return outcome('stopped');
  if (answered < pending.length) throw endedEarly(judge, pending.length - answered);
  return outcome('finished');
}

/** Costs are stored in USD; an amount in another currency is not known in it. */
function judgementOf({ judge, engine }: OpenJudge, { game, reading, ...reply }: GameReply, at: number): Judgement {
  const isUsd = engine.info.server?.price?.currency === 'USD';
  return {
    id: randomUUID(),
    judgeId: judge.id,
    ...keyPartsOf(game),
    state: reading.state,
    verdict: reading.verdict,
    score: reading.score,
    raw: reply.raw,
    promptTokens: reply.promptTokens,
    generatedTokens: reply.generatedTokens,
    cost: isUsd ? reply.cost : null,
    latencyMs: reply.latencyMs,
    at,
  };
}

function endedEarly({ engine }: OpenJudge, missing: number): EngineError {
  return new EngineError({
    code: 'engine-ended',
    message: `The judge's engine (${engine.info.engine}) ended with ${missing} games not judged.`,
    hint: 'Run the same command again; it goes on from there.',
    values: { missing },
  });
}
