import type { Engine, GeneratePrompt, Score, ScorePrompt, ScoreRequest, ScoreResponse } from '@understudy/core';
import { UserError } from '@understudy/core';
import { readPreference } from '../verdicts/read-preference.js';
import { messageFor, tooLongReply } from './ask-for-texts.js';
import type { Game } from './game.js';
import type { OpenJudge } from './open-judge.js';
import { failedReply, type GameReply } from './reply.js';

const LETTERS = ['A', 'B'] as const;

/** A game whose two letters are being scored. */
interface Scoring {
  readonly game: Game;
  readonly since: number;
  readonly answered: Map<number, ScoreResponse>;
}

/** Asks for the log-probabilities of the two letters behind the prompt. Replies come in any order. */
export async function* askForLetters(
  judge: OpenJudge,
  games: readonly Game[],
  signal: AbortSignal | undefined,
): AsyncGenerator<GameReply> {
  const { engine } = judge;
  const scorings = new Map<number, Scoring>();
  const tooLong: GameReply[] = [];
  async function* requests(): AsyncGenerator<ScoreRequest> {
    for (const [document, game] of games.entries()) {
      const prompts = await letterPrompts(judge, game);
      if (prompts === undefined) {
        tooLong.push(tooLongReply(judge, game));
        continue;
      }
      scorings.set(document, { game, since: performance.now(), answered: new Map() });
      for (const [place, prompt] of prompts.entries()) {
        yield { id: document * LETTERS.length + place, task: judge.judge.id, document, sharedPrefix: 0, prompt };
      }
    }
  }
  for await (const response of engine.score(requests(), { signal })) {
    yield* tooLong.splice(0);
    const scoring = scorings.get(Math.floor(response.id / LETTERS.length));
    if (scoring === undefined) continue;
    scoring.answered.set(response.id % LETTERS.length, response);
    if (scoring.answered.size === LETTERS.length) yield replyTo(scoring);
  }
  yield* tooLong.splice(0);
}

/** Prompts that end with each letter; undefined when they do not fit the context. */
async function letterPrompts(judge: OpenJudge, game: Game): Promise<readonly ScorePrompt[] | undefined> {
  const { engine, write } = judge;
  const { prompt } = await write([{ role: 'user', content: messageFor(judge, game) }]);
  const context = await contextOf(engine, prompt);
  const pairs = LETTERS.map((continuation) => ({ context, continuation }));
  if (engine.tokenizer === undefined) return pairs.map((pair) => ({ kind: 'text', ...pair }));
  const encoded = await engine.tokenizer.encodePairs(pairs);
  const longest = Math.max(...encoded.map((pair) => pair.context.length + pair.continuation.length));
  return longest > engine.info.contextLength ? undefined : encoded.map((pair) => ({ kind: 'tokens', ...pair }));
}

/** The prompt as text: context and letter are encoded together, since a letter alone may be another token. */
async function contextOf({ tokenizer, info }: Engine, prompt: GeneratePrompt): Promise<string> {
  if (prompt.kind === 'text') return prompt.text;
  if (prompt.kind === 'tokens' && tokenizer !== undefined) {
    const [text = ''] = await tokenizer.decode([prompt.tokens], { special: true });
    return text;
  }
  throw new UserError({
    code: 'verdict-form',
    message: `The judge (${info.engine}) takes conversations, and gives no log-probabilities behind them.`,
    hint: 'Give the chat template of the model, so that the prompt is written here, or use the verdict form text.',
  });
}

function replyTo({ game, since, answered }: Scoring): GameReply {
  const a = answered.get(0);
  const b = answered.get(1);
  if (a?.status !== 'ok') return failedReply(game, a ?? NO_ANSWER);
  if (b?.status !== 'ok') return failedReply(game, b ?? NO_ANSWER);
  return {
    game,
    reading: readPreference({ a: a.logProbability, b: b.logProbability }),
    raw: JSON.stringify({ A: a.logProbability, B: b.logProbability }),
    promptTokens: a.promptTokens + b.promptTokens,
    generatedTokens: 0,
    cost: costOf([a, b]),
    latencyMs: Math.round(performance.now() - since),
  };
}

const NO_ANSWER = { code: 'no-answer', message: 'the engine gave no score' };

function costOf(scores: readonly Score[]): number | null {
  const costs = scores.map(({ service }) => service?.cost ?? null);
  return costs.includes(null) ? null : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0);
}
