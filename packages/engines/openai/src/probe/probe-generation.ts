import { RemoteFailure, type RemoteCaller, type Served } from '@understudy/engine-http';
import { readChatCompletion, readCompletion, type NamedText } from '../answers/generation.js';
import { adaptDialect, type Dialect } from '../requests/dialect.js';
import { generationRequest } from '../requests/generation-request.js';
import { probeRequest, type PromptKind } from './probe-request.js';

/** What became of asking for a text. */
export type GenerationProbe =
  | { readonly isOffered: true; readonly dialect: Dialect; readonly served: Served<NamedText> }
  | { readonly isOffered: false; readonly reason: string };

/** Which prompts are tried, in which dialect. */
export interface GenerationProbeOptions {
  readonly model: string;
  readonly kind: PromptKind;
  readonly dialect: Dialect;
}

/** Failures that mean: the server does not offer this. Others mean that nothing can be found out. */
export const NOT_OFFERED = ['not-served', 'request-refused', 'server-failed', 'answer-broken'];

/**
 * Asks for a short text with every parameter that a run may send, and leaves out what the model refuses. Throws `RemoteFailure` when
 * the server cannot be reached or takes no key.
 */
export async function probeGeneration(caller: RemoteCaller, options: GenerationProbeOptions): Promise<GenerationProbe> {
  const { model, kind, dialect } = options;
  const request = probeRequest(kind);
  const read = kind === 'text' ? readCompletion : readChatCompletion;
  try {
    const plain = generationRequest(request, { model, completions: dialect, chat: dialect });
    const call = { ...plain, body: { ...plain.body, ...furtherParameters(kind, dialect) }, read };
    return { isOffered: true, dialect, served: await caller.call(call, { retries: 1, isProbe: true }) };
  } catch (error) {
    if (!(error instanceof RemoteFailure) || !NOT_OFFERED.includes(error.code)) throw error;
    const adapted = error.code === 'request-refused' ? adaptDialect(dialect, complaintOf(error)) : undefined;
    if (adapted !== undefined) return probeGeneration(caller, { ...options, dialect: adapted });
    return { isOffered: false, reason: error.message };
  }
}

/** What a greedy request does not send: parameters of sampled texts, and the question for log-probabilities of what is generated. */
function furtherParameters(kind: PromptKind, { hasTopK, hasLogprobs }: Dialect): object {
  return {
    ...(hasTopK && { top_k: 40, min_p: 0.05 }),
    ...(hasLogprobs && (kind === 'text' ? { logprobs: 1 } : { logprobs: true, top_logprobs: 1 })),
  };
}

function complaintOf({ message, values }: RemoteFailure): Parameters<typeof adaptDialect>[1] {
  const { parameter } = values;
  return { message, codes: '', parameter: typeof parameter === 'string' ? parameter : undefined };
}
