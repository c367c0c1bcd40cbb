/** What llama.cpp makes of an architecture. */
export type LlamaSupport =
  /** The reference's numbers, within `tolerance` nats a token. */
  | { readonly result: 'equal'; readonly tolerance: number }
  /** It loads, and computes something else. */
  | { readonly result: 'different'; readonly reason: string }
  /** It does not load: the engine's error, and why. */
  | { readonly result: 'refused'; readonly code: string; readonly reason: string };

const SILU: LlamaSupport = { result: 'equal', tolerance: 1e-4 };

/** By the name of the fixture; F32 weights and KV cache, no flash attention. */
export const LLAMA_SUPPORT: Readonly<Record<string, LlamaSupport>> = {
  qwen2: SILU,
};

/** Fixtures of one result. */
export function fixturesThatAre<R extends LlamaSupport['result']>(
  result: R,
): readonly (Extract<LlamaSupport, { result: R }> & { readonly name: string })[] {
  return Object.entries(LLAMA_SUPPORT).flatMap(([name, support]) =>
    support.result === result ? [{ name, ...(support as Extract<LlamaSupport, { result: R }>) }] : [],
  );
}
