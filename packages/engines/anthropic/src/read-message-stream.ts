import {
  answerFailure,
  streamFailure,
  type ServerSentEvent,
  type StreamPiece,
  type TokenUsage,
} from '@understudy/engine-http';
import { z } from 'zod';
import { readStopReason, readUsage, usageSchema } from './read-message.js';

/** The events of a streamed message; those that are left out here (`ping`, `content_block_start`, …) say nothing that is needed. */
const event = z.union([
  z.object({ type: z.literal('message_start'), message: z.object({ usage: usageSchema.nullish() }) }),
  z.object({
    type: z.literal('content_block_delta'),
    delta: z.object({ type: z.string(), text: z.string().optional() }),
  }),
  z.object({
    type: z.literal('message_delta'),
    delta: z.object({ stop_reason: z.string().nullish() }),
    usage: usageSchema.nullish(),
  }),
  z.object({ type: z.literal('error') }),
  z.object({ type: z.string() }).transform(() => ({ type: 'other' as const })),
]);

/** Reads the events of a streamed answer to `POST /messages`. Throws `RemoteFailure` for an error in between. */
export async function* readMessageStream(
  events: AsyncIterable<ServerSentEvent>,
  what: string,
): AsyncGenerator<StreamPiece, void, undefined> {
  let usage: TokenUsage = { promptTokens: 0, cachedTokens: 0, generatedTokens: 0 };
  for await (const { data } of events) {
    const parsed = parse(data, what);
    switch (parsed.type) {
      case 'message_start':
        usage = { ...usage, ...readUsage(parsed.message.usage ?? {}) };
        break;
      case 'content_block_delta':
        if (parsed.delta.type === 'text_delta') yield { type: 'text', text: parsed.delta.text ?? '' };
        break;
      case 'message_delta':
        usage = { ...usage, generatedTokens: parsed.usage?.output_tokens ?? usage.generatedTokens };
        yield { type: 'usage', usage };
        yield { type: 'finish', finishReason: readStopReason(parsed.delta.stop_reason) };
        break;
      case 'error':
        throw streamFailure(what, data);
      case 'other':
        break;
      default:
        parsed satisfies never;
    }
  }
}

function parse(data: string, what: string): z.output<typeof event> {
  try {
    return event.parse(JSON.parse(data));
  } catch {
    throw answerFailure(what, 'a piece of the stream is nothing known', data);
  }
}
