import type { HttpReply } from '../transport/http-reply.js';
import { readRetryAfter } from '../pace/retry-after.js';
import { readComplaint, type ServerComplaint } from './error-body.js';
import { RemoteFailure, type Treatment } from './remote-failure.js';

/** A refusal, and who refused. */
export interface Refusal {
  /** `POST http://host/v1/completions`, to be shown. */
  readonly what: string;
  readonly reply: HttpReply;
  /** Environment variables that may hold the key of this server. */
  readonly keyVariables: readonly string[];
}

interface Kind {
  readonly code: string;
  readonly treatment: Treatment;
  readonly hint?: (refusal: Refusal) => string;
}

/**
 * How servers say that a prompt is too long: OpenAI (`context_length_exceeded`), vLLM ("maximum context length is"), SGLang ("longer
 * than the model's context length"), llama-server (`exceed_context_size_error`), TGI ("`inputs` tokens + `max_new_tokens` must be"),
 * Anthropic ("prompt is too long"), Ollama and others.
 */
const TOO_LONG =
  /context_length_exceeded|exceed_context_size|(maximum|model'?s|available) context (length|size|window)|context (length|window|size) (exceeded|of)|prompt is too long|input is too long|max_new_tokens`? must be|inputs`? must have less than/iu;
const QUOTA =
  /insufficient_quota|billing_hard_limit|credit balance is too low|exceeded your current quota|account_deactivated/iu;
const MODERATION = /moderation|content[ _]policy|content[ _]filter|flagged/iu;

const tooLong: Kind = { code: 'context-too-long', treatment: 'request' };
const refused: Kind = { code: 'request-refused', treatment: 'request' };
const key: Kind = {
  code: 'key-refused',
  treatment: 'all',
  hint: ({ keyVariables }) =>
    `Put a key for this server into ${keyVariables.join(' or ')}, in the environment or in a .env file.`,
};
const quota: Kind = {
  code: 'quota-exhausted',
  treatment: 'all',
  hint: () => 'Add credit at the provider; what was computed is stored, and the same command goes on from there.',
};
const absent: Kind = {
  code: 'not-served',
  treatment: 'all',
  hint: () => 'Check the address (it usually ends in /v1) and the name of the model behind #.',
};
const redirected: Kind = {
  code: 'server-redirects',
  treatment: 'all',
  hint: ({ reply }) =>
    `Name the address that it points to${locationOf(reply)}; a key is never sent on to another host.`,
};
const busy: Kind = { code: 'server-busy', treatment: 'later' };
const broken: Kind = { code: 'server-failed', treatment: 'again' };

/** Statuses that mean one thing whatever the body says. */
const KINDS: Readonly<Record<number, Kind>> = {
  401: key,
  402: quota,
  404: absent,
  405: absent,
  408: broken,
  409: broken,
  425: busy,
  429: busy,
  501: { code: 'not-served', treatment: 'request' },
  503: busy,
  529: busy,
};

/** Statuses that say: not even begun. */
const CHARGED_NEVER = (status: number): boolean => status < 500 || status === 501 || status === 503 || status === 529;

/** The failure that an answer other than 2xx is. */
export function statusFailure(refusal: Refusal): RemoteFailure {
  const { what, reply } = refusal;
  const complaint = readComplaint(reply.body);
  const { code, treatment, hint } = kindOf(reply.status, complaint);
  return new RemoteFailure({
    code,
    treatment,
    message: `${what} was answered with HTTP ${reply.status}${complaint.message === '' ? '' : `: ${complaint.message}`}`,
    hint: hint?.(refusal),
    values: { status: reply.status, codes: complaint.codes, parameter: complaint.parameter },
    mayBeCharged: !CHARGED_NEVER(reply.status),
    retryAfterMs: readRetryAfter(reply.headers),
  });
}

function kindOf(status: number, { message, codes }: ServerComplaint): Kind {
  const said = `${codes} ${message}`;
  if (status >= 300 && status < 400) return redirected;
  if (status >= 400 && status < 500 && QUOTA.test(said)) return quota;
  if ([400, 413, 422].includes(status) && TOO_LONG.test(said)) return tooLong;
  if (status === 403) return MODERATION.test(said) ? refused : key;
  return KINDS[status] ?? (status >= 500 ? broken : refused);
}

function locationOf({ headers }: HttpReply): string {
  const { location } = headers;
  return typeof location === 'string' ? ` (${location})` : '';
}
