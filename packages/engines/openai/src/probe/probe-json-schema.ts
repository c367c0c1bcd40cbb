import { RemoteFailure, type RemoteCaller } from '@understudy/engine-http';
import { readChatCompletion, readCompletion } from '../answers/generation.js';
import { generationRequest } from '../requests/generation-request.js';
import { NOT_OFFERED, type GenerationProbeOptions } from './probe-generation.js';
import { probeRequest } from './probe-request.js';

/** Nothing but this fits, and nobody says it unasked. */
const PROBE = 'understudy';
/** A server may put white space between. */
const PROBE_TOKENS = 48;
const SCHEMA = JSON.stringify({
  type: 'object',
  properties: { probe: { type: 'string', enum: [PROBE] } },
  required: ['probe'],
  additionalProperties: false,
});

/**
 * Whether a server holds its answers to a JSON schema. Many take `response_format` and go on as if it were not there (llama-server does for
 * texts, not for chat), so what counts is the answer. Throws `RemoteFailure` as `probeGeneration` does.
 */
export async function probeJsonSchema(
  caller: RemoteCaller,
  { model, kind, dialect }: GenerationProbeOptions,
): Promise<boolean> {
  const able = { ...dialect, hasJsonSchema: true };
  const constraint = { kind: 'json-schema', schema: SCHEMA } as const;
  const request = { ...probeRequest(kind), maxTokens: PROBE_TOKENS, stop: [], decoding: { constraint } };
  const read = kind === 'text' ? readCompletion : readChatCompletion;
  try {
    const call = { ...generationRequest(request, { model, completions: able, chat: able }), read };
    const { value } = await caller.call(call, { retries: 1, isProbe: true });
    return isProbe(value.text);
  } catch (error) {
    if (error instanceof RemoteFailure && NOT_OFFERED.includes(error.code)) return false;
    throw error;
  }
}

function isProbe(text: string): boolean {
  try {
    return (JSON.parse(text) as { readonly probe?: unknown } | null)?.probe === PROBE;
  } catch {
    return false;
  }
}
