import type { GenerateRequest, ScoreRequest } from '@understudy/core';
import type {
  GeneratedText,
  MakeCall,
  RemoteProtocol,
  ScoredText,
  ServerCall,
  ServerRequest,
  ServerSentEvent,
  StreamPiece,
} from '@understudy/engine-http';
import { readChatCompletion, readCompletion } from './answers/generation.js';
import { readStream } from './answers/stream.js';
import { generationRequest, type RequestStyle } from './requests/generation-request.js';
import { Scorer, type ScoreMethod } from './scores/scorer.js';

/** The API of OpenAI, as others speak it, too: `/chat/completions` and `/completions`. */
export class OpenAiProtocol implements RemoteProtocol {
  readonly score: ((request: ScoreRequest, call: MakeCall) => Promise<ScoredText>) | undefined;
  readonly #style: RequestStyle;

  constructor(style: RequestStyle, scoreMethod: ScoreMethod | undefined) {
    this.#style = style;
    const scorer = scoreMethod === undefined ? undefined : new Scorer(style.model, scoreMethod);
    this.score = scorer && ((request, call) => scorer.score(request, call));
  }

  generate(request: GenerateRequest): ServerCall<GeneratedText> {
    const read = request.prompt.kind === 'chat' ? readChatCompletion : readCompletion;
    return { ...generationRequest(request, this.#style), read };
  }

  stream(request: GenerateRequest): ServerRequest {
    const plain = generationRequest(request, this.#style);
    return { ...plain, body: { ...plain.body, stream: true, stream_options: { include_usage: true } } };
  }

  readEvents(events: AsyncIterable<ServerSentEvent>, what: string): AsyncIterable<StreamPiece> {
    return readStream(events, what);
  }
}
