import type { Constraint, Generation, GenerateRequest, GenerateResponse } from '@understudy/core';
import { judgeMessage } from '../prompts/judge-message.js';
import { readJsonVerdict, verdictSchema } from '../verdicts/json-verdict.js';
import { readTextVerdict } from '../verdicts/read-text-verdict.js';
import type { Game } from './game.js';
import type { OpenJudge } from './open-judge.js';
import { failedReply, type GameReply } from './reply.js';

/** Fewest tokens that a reply needs room for. */
const LEAST_REPLY = 16;

/** What a judge is asked, and since when. */
interface Asked {
  readonly game: Game;
  readonly since: number;
}

/** Asks for replies in words or JSON; the engine decides how many are under way. Replies come in any order. */
export async function* askForTexts(
  judge: OpenJudge,
  games: readonly Game[],
  signal: AbortSignal | undefined,
): AsyncGenerator<GameReply> {
  const asked = new Map<number, Asked>();
  const tooLong: GameReply[] = [];
  async function* requests(): AsyncGenerator<GenerateRequest> {
    for (const [id, game] of games.entries()) {
      const request = await requestFor(judge, game, id);
      if (request === undefined) {
        tooLong.push(tooLongReply(judge, game));
        continue;
      }
      asked.set(id, { game, since: performance.now() });
      yield request;
    }
  }
  for await (const response of judge.engine.generate(requests(), { signal })) {
    yield* tooLong.splice(0);
    const entry = asked.get(response.id);
    if (entry !== undefined) yield replyTo(judge, entry, response);
  }
  yield* tooLong.splice(0);
}

/** The request for a game; undefined when it does not fit the context. */
async function requestFor(judge: OpenJudge, game: Game, id: number): Promise<GenerateRequest | undefined> {
  const { prompt, length } = await judge.write([{ role: 'user', content: messageFor(judge, game) }]);
  const room = judge.engine.info.contextLength - length;
  if (room < LEAST_REPLY) return undefined;
  const constraint: Constraint | undefined =
    judge.form === 'json' ? { kind: 'json-schema', schema: verdictSchema(judge.prompt.mode) } : undefined;
  return {
    id,
    task: judge.judge.id,
    document: id,
    sharedPrefix: 0,
    prompt,
    maxTokens: Math.min(judge.prompt.max_tokens, room),
    stop: judge.stop,
    sampling: { temperature: judge.temperature, topK: 0, topP: 1, minP: 0, seed: judge.seed },
    ...(constraint !== undefined && { decoding: { constraint } }),
  };
}

/** What the judge reads of a game. */
export function messageFor({ prompt, form, useReference }: OpenJudge, { question, turn, first, second }: Game): string {
  const answers = second === null ? [first.turns] : [first.turns, second.turns];
  return judgeMessage(prompt, { question, turn, answers, form, useReference });
}

/** For a game that is longer than the judge's context. */
export function tooLongReply({ engine }: OpenJudge, game: Game): GameReply {
  return failedReply(game, {
    code: 'context-exceeded',
    message: `question and answers are longer than the judge's context of ${engine.info.contextLength} tokens`,
  });
}

function replyTo(judge: OpenJudge, { game, since }: Asked, response: GenerateResponse): GameReply {
  if (response.status === 'error') return failedReply(game, response);
  return {
    game,
    reading: readingOf(judge, response),
    raw: response.text,
    promptTokens: response.promptTokens,
    generatedTokens: response.generatedTokens,
    cost: response.service?.cost ?? null,
    latencyMs: Math.round(performance.now() - since),
  };
}

function readingOf({ prompt: { mode }, form }: OpenJudge, { text, finishReason }: Generation): GameReply['reading'] {
  const read = form === 'json' ? readJsonVerdict : readTextVerdict;
  return read({ mode, text, finishReason });
}
