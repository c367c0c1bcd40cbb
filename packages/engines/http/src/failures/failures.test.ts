import { describe, expect, it } from 'vitest';
import { networkFailure } from './network-failure.js';
import { statusFailure } from './status-failure.js';

const fail = (status: number, json: unknown, headers: Record<string, string> = {}) =>
  statusFailure({
    what: 'POST http://host/v1/completions',
    reply: { status, headers, body: typeof json === 'string' ? json : JSON.stringify(json) },
    keyVariables: ['OPENAI_API_KEY'],
  });

/** Bodies in the shapes that these servers send, shortened. */
const OPENAI_TOO_LONG = {
  error: {
    message: "This model's maximum context length is 8192 tokens. However, your messages resulted in 9001 tokens.",
    type: 'invalid_request_error',
    param: 'messages',
    code: 'context_length_exceeded',
  },
};
const VLLM_TOO_LONG = {
  object: 'error',
  message:
    "This model's maximum context length is 2048 tokens. However, you requested 2300 tokens (2044 in the messages, 256 in the completion).",
  type: 'BadRequestError',
  param: null,
  code: 400,
};
const LLAMA_TOO_LONG = {
  error: {
    code: 400,
    message: 'the request exceeds the available context size, try increasing it',
    type: 'exceed_context_size_error',
    n_prompt_tokens: 9000,
    n_ctx: 4096,
  },
};
const TGI_TOO_LONG = {
  error:
    'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 4000 `inputs` tokens and 256 `max_new_tokens`',
  error_type: 'validation',
};
const SGLANG_TOO_LONG = {
  object: 'error',
  message: "The input (9000 tokens) is longer than the model's context length (8192 tokens).",
  type: 'BadRequest',
  code: 400,
};
const ANTHROPIC_TOO_LONG = {
  type: 'error',
  error: { type: 'invalid_request_error', message: 'prompt is too long: 210000 tokens > 200000 maximum' },
};

describe('an answer other than 2xx', () => {
  it.each([
    ['OpenAI', 400, OPENAI_TOO_LONG],
    ['vLLM', 400, VLLM_TOO_LONG],
    ['llama-server', 400, LLAMA_TOO_LONG],
    ['TGI', 422, TGI_TOO_LONG],
    ['SGLang', 400, SGLANG_TOO_LONG],
    ['Anthropic', 400, ANTHROPIC_TOO_LONG],
  ])('says for %s that a prompt is too long', (_, status, body) => {
    expect(fail(status, body)).toMatchObject({ code: 'context-too-long', treatment: 'request' });
  });

  it.each([
    [400, { error: { message: 'Only no echo is supported' } }, 'request-refused', 'request'],
    [401, { error: { message: 'Incorrect API key' } }, 'key-refused', 'all'],
    [402, { error: { message: 'Pay first' } }, 'quota-exhausted', 'all'],
    [403, { error: { message: 'Country not supported' } }, 'key-refused', 'all'],
    [403, { error: { message: 'Your input was flagged by moderation' } }, 'request-refused', 'request'],
    [404, { error: { message: 'The model `x` does not exist' } }, 'not-served', 'all'],
    [404, { detail: 'Not Found' }, 'not-served', 'all'],
    [422, { detail: [{ msg: 'field required' }] }, 'request-refused', 'request'],
    [429, { error: { message: 'Rate limit reached' } }, 'server-busy', 'later'],
    [
      429,
      { error: { message: 'You exceeded your current quota', code: 'insufficient_quota' } },
      'quota-exhausted',
      'all',
    ],
    [400, { error: { message: 'Your credit balance is too low' } }, 'quota-exhausted', 'all'],
    [500, 'oops', 'server-failed', 'again'],
    [502, '<html>Bad gateway</html>', 'server-failed', 'again'],
    [503, { error: { message: 'Loading model', type: 'unavailable_error' } }, 'server-busy', 'later'],
    [529, { error: { type: 'overloaded_error', message: 'Overloaded' } }, 'server-busy', 'later'],
    [307, '', 'server-redirects', 'all'],
  ])('%i %j is %s, treated as %s', (status, body, code, treatment) => {
    expect(fail(status, body)).toMatchObject({ code, treatment });
  });

  it("repeats the server's words, in one line and not too many", () => {
    expect(fail(500, `a\n  b ${'x'.repeat(1000)}`).message).toMatch(/HTTP 500: a b x{200,300}…$/);
    expect(fail(404, { error: 'model "m" not found' }).message).toBe(
      'POST http://host/v1/completions was answered with HTTP 404: model "m" not found',
    );
  });

  it('carries how long to wait, and whether it may be charged', () => {
    expect(fail(429, '', { 'retry-after': '2' })).toMatchObject({ retryAfterMs: 2000, mayBeCharged: false });
    expect(fail(500, '')).toMatchObject({ retryAfterMs: undefined, mayBeCharged: true });
  });
});

function wrapped(code: string): Error {
  return new Error('fetch failed', { cause: Object.assign(new Error('inner'), { code }) });
}

describe('a lost connection', () => {
  it.each([
    ['ECONNREFUSED', 'server-unreachable', 'again', false],
    ['ENOTFOUND', 'server-unreachable', 'again', false],
    ['UND_ERR_CONNECT_TIMEOUT', 'server-unreachable', 'again', false],
    ['UND_ERR_HEADERS_TIMEOUT', 'server-silent', 'again', true],
    ['UND_ERR_BODY_TIMEOUT', 'server-stalled', 'again', true],
    ['UND_ERR_SOCKET', 'connection-lost', 'again', true],
    ['ECONNRESET', 'connection-lost', 'again', true],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-refused', 'all', false],
  ])('by %s is %s', (cause, code, treatment, mayBeCharged) => {
    expect(networkFailure('GET http://host', wrapped(cause))).toMatchObject({ code, treatment, mayBeCharged });
  });
});
