import type { GenerateRequest } from '@understudy/core';
import type {
  GeneratedText,
  RemoteProtocol,
  ServerCall,
  ServerRequest,
  ServerSentEvent,
  StreamPiece,
} from '@understudy/engine-http';
import { messageRequest, type MessageStyle } from './message-request.js';
import { readMessage } from './read-message.js';
import { readMessageStream } from './read-message-stream.js';

/** The Messages API of Anthropic. It takes messages only, and gives no log-probabilities. */
export class AnthropicProtocol implements RemoteProtocol {
  readonly score = undefined;
  readonly #style: MessageStyle;

  constructor(style: MessageStyle) {
    this.#style = style;
  }

  generate(request: GenerateRequest): ServerCall<GeneratedText> {
    return { ...messageRequest(request, this.#style), read: readMessage };
  }

  stream(request: GenerateRequest): ServerRequest {
    const plain = messageRequest(request, this.#style);
    return { ...plain, body: { ...plain.body, stream: true } };
  }

  readEvents(events: AsyncIterable<ServerSentEvent>, what: string): AsyncIterable<StreamPiece> {
    return readMessageStream(events, what);
  }
}
