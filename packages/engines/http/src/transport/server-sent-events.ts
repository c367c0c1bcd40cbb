import { createParser } from 'eventsource-parser';

/** One event of a stream. */
export interface ServerSentEvent {
  /** Undefined where the server names none. */
  readonly event: string | undefined;
  readonly data: string;
}

/** The events of a streamed answer (WHATWG HTML, server-sent events), as soon as each is complete. */
export async function* serverSentEvents(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  let events: ServerSentEvent[] = [];
  const parser = createParser({ onEvent: ({ event, data }) => events.push({ event, data }) });
  const decoder = new TextDecoder();
  for await (const bytes of body) {
    parser.feed(decoder.decode(bytes, { stream: true }));
    const ready = events;
    events = [];
    yield* ready;
  }
}
