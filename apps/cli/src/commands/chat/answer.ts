import type { Adapter, Engine, FinishReason, GeneratePrompt, GenerateRequest, RequestFailure } from '@understudy/core';

/** One answer to be made. */
export interface AnswerOptions {
  readonly engine: Engine;
  readonly prompt: GeneratePrompt;
  /** How it is made. */
  readonly choice: Pick<GenerateRequest, 'maxTokens' | 'stop' | 'sampling' | 'decoding'>;
  /** In place of those that the model was opened with. */
  readonly adapters: readonly Adapter[] | undefined;
  /** Ends the answer where it is. */
  readonly signal: AbortSignal;
  /** Takes the text as it is made. */
  readonly write: (text: string) => void;
}

/** What was answered; `stopped` when the user ended it. */
export type Answer =
  | { readonly text: string; readonly ending: FinishReason | 'stopped' }
  | { readonly ending: 'failed'; readonly failure: RequestFailure };

/** Streams one answer. Throws `EngineError` when the engine cannot go on. */
export async function streamAnswer(options: AnswerOptions): Promise<Answer> {
  const { engine, prompt, choice, adapters, signal, write } = options;
  const origin = { id: 0, task: 'chat', document: 0, sharedPrefix: 0 };
  const request = { ...origin, prompt, ...choice };
  let text = '';
  try {
    for await (const event of engine.stream(request, { signal, adapters })) {
      if (event.type === 'text-delta') {
        text += event.text;
        write(event.text);
      } else if (event.response.status === 'ok') {
        return { text: event.response.text, ending: event.response.finishReason };
      } else {
        return { ending: 'failed', failure: event.response };
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return { text, ending: 'stopped' };
}
