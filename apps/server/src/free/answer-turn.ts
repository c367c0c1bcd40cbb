import { setTimeout as sleep } from 'node:timers/promises';
import { ANSWER_LIMIT, TURN_MS } from './free-limits.js';
import type { FreeMessage, FreeModel } from './free-model.js';
import { MaskedText } from './masked-text.js';
import { Pacer } from './pacer.js';
import type { TurnStream } from './turn-stream.js';

/** One of the two models with what was said to it so far. */
export interface TurnSide {
  readonly model: FreeModel;
  readonly names: readonly string[];
  readonly messages: readonly FreeMessage[];
}

/** A turn to be answered. */
export interface AnswerTurnOptions {
  readonly first: TurnSide;
  readonly second: TurnSide;
  /** Whether the first is shown as B. */
  readonly swapped: boolean;
  readonly stream: TurnStream;
  /** Milliseconds from one tick of the common clock to the next. */
  readonly tickMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Both answers as they were written. */
export interface AnsweredTurn {
  readonly first: string;
  readonly second: string;
  readonly identityLeak: boolean;
}

async function fill(text: MaskedText, { model, messages }: TurnSide, signal: AbortSignal): Promise<void> {
  for await (const piece of model.answer(messages, signal)) {
    text.append(piece);
    if (text.text.length >= ANSWER_LIMIT) break;
  }
  text.end();
}

/** Asks both models at once, and shows both answers on one clock. Rejects when one of them fails; the other is then ended too. */
export async function answerTurn(options: AnswerTurnOptions): Promise<AnsweredTurn> {
  const { first, second, swapped, stream, tickMs } = options;
  const texts = { first: new MaskedText(first.names), second: new MaskedText(second.names) };
  const stop = new AbortController();
  const signal = AbortSignal.any([
    stop.signal,
    AbortSignal.timeout(TURN_MS),
    ...(options.signal === undefined ? [] : [options.signal]),
  ]);
  const pacer = new Pacer(texts.first, texts.second);
  const show = (side: 'a' | 'b', text: string): void => {
    if (text !== '') stream.push({ type: 'delta', side, text });
  };
  const clock = async (): Promise<void> => {
    while (!pacer.isDone) {
      await sleep(tickMs, undefined, { signal });
      const pieces = pacer.tick();
      show('a', swapped ? pieces.second : pieces.first);
      show('b', swapped ? pieces.first : pieces.second);
    }
  };
  try {
    await Promise.all([fill(texts.first, first, signal), fill(texts.second, second, signal), clock()]);
  } finally {
    stop.abort();
  }
  const identityLeak = texts.first.leaks || texts.second.leaks;
  return { first: texts.first.text, second: texts.second.text, identityLeak };
}
