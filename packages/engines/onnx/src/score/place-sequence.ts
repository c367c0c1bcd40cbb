import type { RequestFailure, ScoreRequest } from '@understudy/core';
import type { PlacedSequence } from './document-windows.js';

/** What a request must fit. */
export interface SequenceBounds {
  /** Longest input in tokens; the last token of a continuation is no input. */
  readonly contextLength: number;
  readonly vocabularySize: number;
}

/** A request as a sequence of tokens, or why it is none. */
export function placeSequence(request: ScoreRequest, bounds: SequenceBounds): PlacedSequence | RequestFailure {
  const { id, prompt, task, document, sharedPrefix } = request;
  const fail = (code: string, message: string): RequestFailure => ({ status: 'error', id, code, message });
  if (prompt.kind === 'text') {
    return fail('capability', 'The onnx engine scores token ids, and got a text: encode it with its tokenizer first.');
  }
  const { context, continuation } = prompt;
  if (context.length === 0 || continuation.length === 0) {
    return fail('empty-prompt', `The context has ${context.length} tokens, the continuation ${continuation.length}.`);
  }
  const tokens = new Int32Array(context.length + continuation.length);
  tokens.set(context);
  tokens.set(continuation, context.length);
  if (tokens.length - 1 > bounds.contextLength) {
    return fail(
      'context-length',
      `${tokens.length - 1} tokens of input exceed the context of ${bounds.contextLength}.`,
    );
  }
  const stranger = tokens.find((token) => token < 0 || token >= bounds.vocabularySize);
  if (stranger !== undefined) {
    return fail('token-range', `The token ${stranger} is not in the vocabulary of ${bounds.vocabularySize}.`);
  }
  return { task, document, sharedPrefix, sequence: { id, tokens, contextLength: context.length } };
}
