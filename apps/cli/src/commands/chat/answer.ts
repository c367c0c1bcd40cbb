import { EngineError, type Engine, type FinishReason, type Sampling, type Tokens } from '@understudy/core';

/** One answer to be made. */
export interface AnswerOptions {
  readonly engine: Engine;
  readonly prompt: Tokens;
  readonly maxTokens: number;
  /** Stop strings of the chat template. */
  readonly stop: readonly string[];
  readonly sampling: Sampling;
  /** Ends the answer where it is. */
  readonly signal: AbortSignal;
  /** Takes the text as it is made. */
  readonly write: (text: string) => void;
}

/** What was answered; `stopped` when the user ended it. */
export interface Answer {
  readonly text: string;
  readonly ending: FinishReason | 'stopped';
}

/** Streams one answer. Throws `EngineError` when the engine fails. */
export async function streamAnswer(options: AnswerOptions): Promise<Answer> {
  const { engine, prompt, maxTokens, stop, sampling, signal, write } = options;
  const origin = { id: 0, task: 'chat', document: 0, sharedPrefix: 0 };
  const request = { ...origin, prompt: { kind: 'tokens', tokens: prompt }, maxTokens, stop, sampling } as const;
  let text = '';
  try {
    for await (const event of engine.stream(request, { signal })) {
      if (event.type === 'text-delta') {
        text += event.text;
        write(event.text);
      } else if (event.response.status === 'ok') {
        return { text: event.response.text, ending: event.response.finishReason };
      } else {
        throw new EngineError(event.response);
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return { text, ending: 'stopped' };
}
