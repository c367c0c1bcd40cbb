import type { FinishReason, GenerateRequest, GenerateResponse, ServiceRecord, StreamEvent } from '@understudy/core';
import type { OpenedStream } from '../calls/remote-caller.js';
import { answerFailure } from '../failures/answer-failure.js';
import { RemoteFailure } from '../failures/remote-failure.js';
import type { TokenUsage } from '../spending/token-usage.js';
import { cutAtStop } from './cut-at-stop.js';
import type { StreamPiece } from './protocol.js';

/** Where a streamed answer comes from and is counted. */
export interface StreamAnswerOptions {
  readonly opened: Pick<OpenedStream, 'what' | 'end'>;
  readonly count: (usage: TokenUsage | undefined) => TokenUsage;
}

/** A streamed answer as the engine's events. A stream that breaks off ends in a failure: half an answer is none. */
export async function* streamAnswer(
  { id, stop }: GenerateRequest,
  pieces: AsyncIterable<StreamPiece>,
  { opened, count }: StreamAnswerOptions,
): AsyncGenerator<StreamEvent, void, undefined> {
  let text = '';
  let finishReason: FinishReason | undefined;
  let usage: TokenUsage | undefined;
  let fingerprint: string | null = null;
  let failure: RemoteFailure | undefined;
  let service: ServiceRecord | undefined;
  try {
    for await (const piece of pieces) {
      if (piece.type === 'finish') finishReason = piece.finishReason;
      else if (piece.type === 'usage') usage = piece.usage;
      else if (piece.type === 'fingerprint') fingerprint = piece.fingerprint;
      else {
        text += piece.text;
        yield { type: 'text-delta', text: piece.text };
      }
    }
    if (finishReason === undefined) failure = answerFailure(opened.what, 'the stream ended in the middle of the text');
  } catch (error) {
    if (!(error instanceof RemoteFailure)) throw error;
    failure = error;
  } finally {
    service = opened.end({ usage, fingerprint });
  }
  yield { type: 'finish', response: respond() };

  function respond(): GenerateResponse {
    if (failure !== undefined || finishReason === undefined) {
      const { code, message } = failure ?? answerFailure(opened.what, 'nothing came');
      return { status: 'error', id, code, message };
    }
    const cut = cutAtStop(text, stop);
    const reason = cut.isCut ? 'stop' : finishReason;
    return { status: 'ok', id, text: cut.text, finishReason: reason, ...count(usage), service };
  }
}
