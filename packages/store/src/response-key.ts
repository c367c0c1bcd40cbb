import { createHash, type Hash } from 'node:crypto';
import type { EngineInfo, GenerateRequest, ScoreRequest, Tokens } from '@understudy/core';
import type { ResponseKey } from './cached-response.js';

/** What decides a response beside the request: the model and how it is computed. */
export type ResponseOrigin = Pick<
  EngineInfo,
  | 'identity'
  | 'engine'
  | 'build'
  | 'compute'
  | 'kvType'
  | 'attention'
  | 'deterministic'
  | 'threads'
  | 'adapters'
  | 'rope'
  | 'draft'
> & {
  /** What a remote server reports of its configuration, null where it reports none; undefined for an engine of our own. */
  readonly serverFingerprint?: string | null | undefined;
};

/** Raised when the meaning of a key changes, so that old entries are not found again. */
const KEY_VERSION = 1;

/**
 * Keys of an engine's responses: SHA-256 over the content identity, the engine and its build, compute format, KV type,
 * attention, determinism, adapters with their scales, stretched positions, a server's fingerprint, and the request itself: tokens,
 * continuation, generation arguments, seed. Each part goes in with its length, so no two different requests give the same bytes.
 */
export function responseKeys(origin: ResponseOrigin): (request: ScoreRequest | GenerateRequest) => ResponseKey {
  const { identity, engine, build, compute, kvType, attention, deterministic, threads, rope, draft } = origin;
  const adapters = origin.adapters?.map((adapter) => `${adapter.identity}:${adapter.scale}`) ?? [];
  // The number of threads and a draft may change last digits; only a deterministic score promises that nothing does.
  const shape = deterministic ? [threads, ...given({ draft })] : [];
  const computed = [identity, engine, build, compute, kvType, attention, deterministic, adapters];
  const server = origin.serverFingerprint === undefined ? [] : [{ fingerprint: origin.serverFingerprint }];
  const fields = [KEY_VERSION, ...computed, ...shape, ...given(rope ?? {}), ...server];
  const prefix = createHash('sha256').update(JSON.stringify(fields)).digest();
  return (request) => {
    const hash = createHash('sha256').update(prefix);
    if ('sampling' in request) addGenerate(hash, request);
    else addScore(hash, request);
    return hash.digest('hex');
  };
}

function addScore(hash: Hash, { prompt }: ScoreRequest): void {
  if (prompt.kind === 'tokens') {
    addTokens(addTokens(hash.update('score-tokens\0'), prompt.context), prompt.continuation);
  } else {
    hash.update('score-text\0').update(JSON.stringify([prompt.context, prompt.continuation]));
  }
}

function addGenerate(hash: Hash, { prompt, maxTokens, stop, sampling, decoding }: GenerateRequest): void {
  const { temperature, topK, topP, minP, seed, typicalP } = sampling;
  // Greedy decoding ignores the rest (see `Sampling`), so it does not split the cache.
  const choice = temperature === 0 ? ['greedy'] : [temperature, topK, topP, minP, seed, ...given({ typicalP })];
  const settings = ['generate', maxTokens, stop, choice, ...given(decoding ?? {})];
  hash
    .update(JSON.stringify(settings, (_, value: unknown) => (value instanceof Int32Array ? [...value] : value)))
    .update('\0');
  if (prompt.kind === 'tokens') addTokens(hash.update('tokens\0'), prompt.tokens);
  else if (prompt.kind === 'text') hash.update('text\0').update(prompt.text);
  else hash.update('chat\0').update(JSON.stringify(prompt.messages.map(({ role, content }) => [role, content])));
}

/** Settings that are not always there, by name and in order of their names: one that is not given leaves the key as it was. */
function given(settings: object): readonly (readonly [string, unknown])[] {
  return Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function addTokens(hash: Hash, tokens: Tokens): Hash {
  return hash.update(Int32Array.of(tokens.length)).update(tokens);
}
