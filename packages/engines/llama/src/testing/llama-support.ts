/** What llama.cpp makes of an architecture. */
export type LlamaSupport =
  /** The reference's numbers, within `tolerance` nats a token. */
  | { readonly result: 'equal'; readonly tolerance: number }
  /** It loads, and computes something else. */
  | { readonly result: 'different'; readonly reason: string }
  /** It does not load: the engine's error, and why. */
  | { readonly result: 'refused'; readonly code: string; readonly reason: string };

const EXACT: LlamaSupport = { result: 'equal', tolerance: 1e-4 };
/** ggml takes GELU, by its tanh approximation, from a table with 16-bit entries. */
const GELU_TABLE: LlamaSupport = { result: 'equal', tolerance: 5e-3 };
const UNKNOWN_GPTJ: LlamaSupport = {
  result: 'refused',
  code: 'unknown-architecture',
  reason: 'it has the name, but no graph and no converter',
};
const UNKNOWN_OPT: LlamaSupport = {
  result: 'refused',
  code: 'unknown-architecture',
  reason: 'it has neither name nor graph nor converter',
};
const ENCODER: LlamaSupport = {
  result: 'refused',
  code: 'not-a-text-model',
  reason:
    'the llama engine runs no encoders; llama.cpp itself leaves out the scale of T5 logits where the embedding is tied',
};

/** By the name of the fixture; F32 weights and KV cache, no flash attention. */
export const LLAMA_SUPPORT: Readonly<Record<string, LlamaSupport>> = {
  'baichuan-13b': EXACT,
  'baichuan-7b': EXACT,
  bloom: GELU_TABLE,
  chatglm1: {
    result: 'refused',
    code: 'unknown-architecture',
    reason: 'it has neither name nor graph nor converter, and no prefix decoders',
  },
  chatglm2: EXACT,
  codegen: UNKNOWN_GPTJ,
  'falcon-40b': GELU_TABLE,
  'falcon-7b': GELU_TABLE,
  'falcon-rw': {
    result: 'refused',
    code: 'model-load-failed',
    reason: 'its falcon has no biases and no second norm, and its converter no name for them',
  },
  galactica: UNKNOWN_OPT,
  'flan-t5': ENCODER,
  gemma: GELU_TABLE,
  gemma2: GELU_TABLE,
  gemma3: GELU_TABLE,
  gpt2: GELU_TABLE,
  gptj: UNKNOWN_GPTJ,
  gptneox: GELU_TABLE,
  'gptneox-sequential': GELU_TABLE,
  grok: GELU_TABLE,
  llama: EXACT,
  'llama-biases': EXACT,
  llama3: EXACT,
  mistral: { result: 'different', reason: 'it leaves out the window of the llama architecture' },
  mixtral: EXACT,
  mpt: GELU_TABLE,
  'mpt-clipped': GELU_TABLE,
  opt: UNKNOWN_OPT,
  phi2: GELU_TABLE,
  phi3: { result: 'different', reason: 'it has switched off the window of phi3 (llama.cpp pull request 13676)' },
  qwen: EXACT,
  qwen2: EXACT,
  stablelm: EXACT,
  'stablelm2-12b': EXACT,
  starcoder: GELU_TABLE,
  t5: ENCODER,
};

/** Fixtures of one result. */
export function fixturesThatAre<R extends LlamaSupport['result']>(
  result: R,
): readonly (Extract<LlamaSupport, { result: R }> & { readonly name: string })[] {
  return Object.entries(LLAMA_SUPPORT).flatMap(([name, support]) =>
    support.result === result ? [{ name, ...(support as Extract<LlamaSupport, { result: R }>) }] : [],
  );
}
