import type { EngineInfo, GenerateRequest, ScoreRequest } from '@understudy/core';
import { responseKeys, type ResponseKey } from '@understudy/store';
import type { Answer } from './pending-document.js';

type KeyOf = (request: ScoreRequest | GenerateRequest) => ResponseKey;

/**
 * Keys of an engine's responses in the cache. A server may answer in another configuration than the one it reported at opening: such
 * an answer is kept under the configuration that it came from.
 */
export class ResponseKeys {
  readonly #info: EngineInfo;
  readonly #byFingerprint = new Map<string | null | undefined, KeyOf>();

  constructor(info: EngineInfo) {
    this.#info = info;
  }

  /** Where the response to a request is looked up. */
  of(request: ScoreRequest | GenerateRequest): ResponseKey {
    return this.#keyOf(this.#info.server?.fingerprint)(request);
  }

  /** Where an answer belongs when it is not where it was looked up. */
  ofAnswer(request: ScoreRequest | GenerateRequest, answer: Answer): ResponseKey | undefined {
    const fingerprint = answer.status === 'ok' ? answer.service?.fingerprint : undefined;
    if (fingerprint === undefined || fingerprint === this.#info.server?.fingerprint) return undefined;
    return this.#keyOf(fingerprint)(request);
  }

  #keyOf(serverFingerprint: string | null | undefined): KeyOf {
    const known = this.#byFingerprint.get(serverFingerprint);
    const keyOf = known ?? responseKeys({ ...this.#info, serverFingerprint });
    if (known === undefined) this.#byFingerprint.set(serverFingerprint, keyOf);
    return keyOf;
  }
}
