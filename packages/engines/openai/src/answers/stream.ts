import { z } from 'zod';
import { answerFailure, streamFailure, type ServerSentEvent, type StreamPiece } from '@understudy/engine-http';
import { answerFrame, readFingerprint } from './answer-frame.js';
import { readFinishReason } from './finish-reason.js';
import { readUsage } from './usage.js';

const chunk = z.object({
  system_fingerprint: answerFrame.system_fingerprint,
  usage: answerFrame.usage,
  choices: z.array(
    z.object({
      /** `/completions` */
      text: z.string().nullish(),
      /** `/chat/completions` */
      delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
      finish_reason: z.string().nullish(),
      stop_reason: z.unknown().optional(),
      matched_stop: z.unknown().optional(),
    }),
  ),
});

/** Reads the events of a streamed answer of `/completions` or `/chat/completions`. Throws `RemoteFailure` for an error in between. */
export async function* readStream(
  events: AsyncIterable<ServerSentEvent>,
  what: string,
): AsyncGenerator<StreamPiece, void, undefined> {
  for await (const { data } of events) {
    if (data === '[DONE]') return;
    yield* piecesOf(data, what);
  }
}

function* piecesOf(data: string, what: string): Generator<StreamPiece, void, undefined> {
  const json = parse(data, what);
  if (typeof json === 'object' && json !== null && 'error' in json && json.error !== null)
    throw streamFailure(what, data);
  const parsed = chunk.safeParse(json);
  if (!parsed.success) throw answerFailure(what, 'a piece of the stream is nothing known', data);
  const { system_fingerprint, usage, choices } = parsed.data;
  const fingerprint = readFingerprint(system_fingerprint);
  if (fingerprint !== null) yield { type: 'fingerprint', fingerprint };
  for (const { text, delta, finish_reason: reason, stop_reason: stop, matched_stop: matched } of choices) {
    const piece = text ?? delta?.content ?? delta?.refusal ?? '';
    if (piece !== '') yield { type: 'text', text: piece };
    if (reason !== undefined && reason !== null)
      yield { type: 'finish', finishReason: readFinishReason(reason, stop ?? matched) };
  }
  const counted = readUsage(usage);
  if (counted !== undefined) yield { type: 'usage', usage: counted };
}

function parse(data: string, what: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch {
    throw answerFailure(what, 'a piece of the stream is not JSON', data);
  }
}
