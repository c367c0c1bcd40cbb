import { MockServer, type MockHandler, type MockReply, type SeenRequest } from '@understudy/engine-http/testing';

/** What the mock server offers. */
export interface MockOpenAiOptions {
  /** Name in its list; `mock` by default. */
  readonly model?: string;
  /** The answer to a prompt: its text, or the last message of the chat. */
  readonly answer?: (prompt: string) => string;
  /** Whether `/completions` and `/chat/completions` are there; true by default. */
  readonly hasCompletions?: boolean;
  readonly hasChat?: boolean;
  /**
   * What `echo` does: scores of words that depend on the word and the one before it (the default); a refusal as llama-server's; nothing, so
   * that only the generated token is scored.
   */
  readonly echo?: 'scores' | 'refused' | 'ignored';
  /** Whether chat keeps to `response_format`: it then gives the first value that a schema names. */
  readonly hasJsonSchema?: boolean;
  /** Most probable tokens are listed; true by default. */
  readonly hasTopLogprobs?: boolean;
  /** What it reports of its configuration with each answer; `fp_mock` by default. */
  readonly fingerprint?: string | null | ((nth: number) => string | null);
  /** Called first; what it gives is the answer. */
  readonly intercept?: (request: SeenRequest, nth: number) => MockReply | undefined | Promise<MockReply | undefined>;
}

const REFUSAL = { error: { code: 400, message: 'Only no echo is supported', type: 'invalid_request_error' } };
const ABSENT: MockReply = { status: 404, json: { error: { message: 'Not Found', type: 'not_found', code: 404 } } };

/** A log-probability of a word after another one: any fixed numbers do, as long as they differ. */
export function wordLogProbability(before: string, word: string): number {
  const sum = Buffer.from(`${before}|${word}`).reduce((hash, byte) => (hash * 31 + byte) % 1009, 7);
  return -(sum + 1) / 256;
}

/** Words with the white space in front of them: the mock server's tokens. */
export function wordTokens(text: string): readonly string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? [];
}

/** A server with an OpenAI-compatible API, whose tokens are words. */
export function startMockOpenAi(options: MockOpenAiOptions = {}): Promise<MockServer> {
  const { model = 'mock', answer = () => 'Paris', hasCompletions = true, hasChat = true, intercept } = options;
  const { fingerprint = 'fp_mock' } = options;
  let answers = 0;
  const frameOf = (): object => {
    const reported = typeof fingerprint === 'function' ? fingerprint(answers++) : fingerprint;
    return { id: 'x', created: 1, model, ...(reported === null ? {} : { system_fingerprint: reported }) };
  };

  const completion = (body: SeenRequest['body']): MockReply => {
    const { prompt, echo, logprobs } = body as { prompt: string; echo?: boolean; logprobs?: number };
    if (echo === true && options.echo === 'refused') return { status: 400, json: REFUSAL };
    const text = answer(prompt);
    const isEchoed = echo === true && options.echo !== 'ignored';
    const given = wordTokens(prompt);
    const usage = { prompt_tokens: given.length, completion_tokens: 1, total_tokens: given.length + 1 };
    const scored = isEchoed ? [...given, ' x'] : [' x'];
    const lists =
      logprobs === undefined ? {} : { logprobs: logprobsOf(scored, isEchoed, options.hasTopLogprobs ?? true) };
    const choice = { index: 0, text: isEchoed ? `${prompt} x` : text, finish_reason: 'stop', ...lists };
    return { json: { ...frameOf(), object: 'text_completion', choices: [choice], usage } };
  };

  const chat = (body: SeenRequest['body']): MockReply => {
    const { messages, stream, response_format } = body as {
      messages: readonly { content: string }[];
      stream?: boolean;
      response_format?: { json_schema: { schema: ObjectSchema } };
    };
    const isHeld = options.hasJsonSchema === true && response_format !== undefined;
    const text = isHeld ? firstValue(response_format.json_schema.schema) : answer(messages.at(-1)?.content ?? '');
    const usage = { prompt_tokens: messages.length * 10, completion_tokens: wordTokens(text).length };
    if (stream === true) return streamOf(text, frameOf(), usage);
    const choice = { index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' };
    return { json: { ...frameOf(), object: 'chat.completion', choices: [choice], usage } };
  };

  const handler: MockHandler = async (request, nth) => {
    const intercepted = await intercept?.(request, nth);
    if (intercepted !== undefined) return intercepted;
    switch (request.path) {
      case '/v1/models':
        return { json: { object: 'list', data: [{ id: model, owned_by: 'mock' }] } };
      case '/v1/completions':
        return hasCompletions ? completion(request.body) : ABSENT;
      case '/v1/chat/completions':
        return hasChat ? chat(request.body) : ABSENT;
      default:
        return ABSENT;
    }
  };
  return MockServer.start(handler);
}

interface ObjectSchema {
  readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
}

/** An object with the first value of each property, as JSON. */
function firstValue({ properties }: ObjectSchema): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value.enum?.[0] ?? 'x'])),
  );
}

function logprobsOf(tokens: readonly string[], isEchoed: boolean, hasTop: boolean) {
  const values = tokens.map((token, at) =>
    at === 0 && isEchoed ? null : wordLogProbability(tokens[at - 1] ?? '', token),
  );
  // A token is the most probable one where its log-probability is above −1; elsewhere another one is.
  const tops = values.map((value, at) =>
    value === null ? null : { [tokens[at]!]: value, ...(value > -1 ? {} : { ' top': -0.5 }) },
  );
  return { tokens, token_logprobs: values, top_logprobs: hasTop ? tops : null, text_offset: tokens.map(() => -1) };
}

function streamOf(text: string, frame: object, usage: object): MockReply {
  const pieces = wordTokens(text).map((content) => ({ ...frame, choices: [{ index: 0, delta: { content } }] }));
  const end = { ...frame, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };
  const counted = { ...frame, choices: [], usage };
  return { events: [...[...pieces, end, counted].map((event) => JSON.stringify(event)), '[DONE]'] };
}
