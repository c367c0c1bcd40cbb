import type { EncodedPair, RequestFailure, ScoreRequest } from '@understudy/core';
import type { PlacedSequence } from './document-windows.js';
import type { Sequence } from './pending-document.js';

/** What a request must fit. */
export interface SequenceBounds {
  /** Longest input in tokens; the last token of a continuation is no input. */
  readonly contextLength: number;
  readonly vocabularySize: number;
  /** The decoder's first token, where an encoder reads the context: both then have the whole length for themselves. */
  readonly startToken: number | undefined;
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
  const sequence = sequenceOf(id, prompt, bounds.startToken);
  const inputs = Math.max(sequence.tokens.length - 1, sequence.encoded?.length ?? 0);
  if (inputs > bounds.contextLength) {
    return fail('context-length', `${inputs} tokens of input exceed the context of ${bounds.contextLength}.`);
  }
  const isStranger = (token: number): boolean => token < 0 || token >= bounds.vocabularySize;
  const stranger = context.find(isStranger) ?? continuation.find(isStranger);
  if (stranger !== undefined) {
    return fail('token-range', `The token ${stranger} is not in the vocabulary of ${bounds.vocabularySize}.`);
  }
  return { task, document, sharedPrefix, sequence };
}

function sequenceOf(id: number, { context, continuation }: EncodedPair, startToken: number | undefined): Sequence {
  const own = startToken === undefined ? context : Int32Array.of(startToken);
  const tokens = new Int32Array(own.length + continuation.length);
  tokens.set(own);
  tokens.set(continuation, own.length);
  const sequence = { id, tokens, contextLength: own.length };
  return startToken === undefined ? sequence : { ...sequence, encoded: context };
}
