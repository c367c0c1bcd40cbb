import type { WritableGguf, WritableTensor, WritableValue } from '@understudy/gguf/testing';
import { randomNumbers } from './random-numbers.js';

/** Sizes of a model small enough to be computed in plain loops. */
export interface TinyShape {
  readonly architecture: 'llama' | 'gemma3';
  readonly layers: number;
  readonly embeddingLength: number;
  readonly feedForwardLength: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headLength: number;
  readonly vocabularySize: number;
  readonly contextLength: number;
  readonly ropeBase: number;
  readonly epsilon: number;
  readonly window: number | undefined;
  readonly softCap: number | undefined;
  /** A matrix of its own for the logits, instead of the embedding's. */
  readonly untied: boolean;
}

/** A llama of two layers. */
export const TINY_LLAMA: TinyShape = {
  architecture: 'llama',
  layers: 2,
  embeddingLength: 48,
  feedForwardLength: 96,
  heads: 4,
  kvHeads: 2,
  headLength: 16,
  vocabularySize: 60,
  contextLength: 256,
  ropeBase: 10_000,
  epsilon: 1e-5,
  window: undefined,
  softCap: undefined,
  untied: true,
};

/** A Gemma 3 of seven layers, so that the sixth sees everything, with a window shorter than the test's sequences. */
export const TINY_GEMMA3: TinyShape = {
  ...TINY_LLAMA,
  architecture: 'gemma3',
  layers: 7,
  heads: 2,
  kvHeads: 1,
  ropeBase: 1_000_000,
  epsilon: 1e-6,
  window: 12,
  softCap: 20,
  untied: false,
};

/** The model's file, with random weights. */
export function tinyModel(shape: TinyShape): WritableGguf {
  const random = randomNumbers(7);
  const matrix = (name: string, inputs: number, outputs: number): WritableTensor => ({
    name: `${name}.weight`,
    shape: [inputs, outputs],
    values: random(inputs * outputs, 2 / Math.sqrt(inputs)),
  });
  const norm = (name: string, length: number): WritableTensor => ({
    name: `${name}.weight`,
    shape: [length],
    values: random(length, 0.3).map((value) => 1 + value),
  });
  const { embeddingLength: e, feedForwardLength: f, headLength, heads, kvHeads } = shape;
  const layers = Array.from({ length: shape.layers }, (_, i) => {
    const b = `blk.${i}`;
    const common = [
      norm(`${b}.attn_norm`, e),
      matrix(`${b}.attn_q`, e, heads * headLength),
      matrix(`${b}.attn_k`, e, kvHeads * headLength),
      matrix(`${b}.attn_v`, e, kvHeads * headLength),
      matrix(`${b}.attn_output`, heads * headLength, e),
      norm(`${b}.ffn_norm`, e),
      matrix(`${b}.ffn_gate`, e, f),
      matrix(`${b}.ffn_up`, e, f),
      matrix(`${b}.ffn_down`, f, e),
    ];
    const ofGemma = [
      norm(`${b}.attn_q_norm`, headLength),
      norm(`${b}.attn_k_norm`, headLength),
      norm(`${b}.post_attention_norm`, e),
      norm(`${b}.post_ffw_norm`, e),
    ];
    return shape.architecture === 'gemma3' ? [...common, ...ofGemma] : common;
  });
  const output = shape.untied ? [matrix('output', e, shape.vocabularySize)] : [];
  return {
    metadata: metadata(shape),
    tensors: [matrix('token_embd', e, shape.vocabularySize), ...layers.flat(), norm('output_norm', e), ...output],
  };
}

const whole = (value: number): WritableValue => ({ type: 'uint32', value });
const real = (value: number): WritableValue => ({ type: 'float32', value });

function metadata(shape: TinyShape): Record<string, WritableValue> {
  const a = shape.architecture;
  return {
    'general.architecture': { type: 'string', value: a },
    [`${a}.block_count`]: whole(shape.layers),
    [`${a}.context_length`]: whole(shape.contextLength),
    [`${a}.embedding_length`]: whole(shape.embeddingLength),
    [`${a}.feed_forward_length`]: whole(shape.feedForwardLength),
    [`${a}.attention.head_count`]: whole(shape.heads),
    [`${a}.attention.head_count_kv`]: whole(shape.kvHeads),
    [`${a}.attention.key_length`]: whole(shape.headLength),
    [`${a}.attention.value_length`]: whole(shape.headLength),
    [`${a}.attention.layer_norm_rms_epsilon`]: real(shape.epsilon),
    [`${a}.rope.freq_base`]: real(shape.ropeBase),
    ...(shape.window === undefined ? {} : { [`${a}.attention.sliding_window`]: whole(shape.window) }),
    ...(shape.softCap === undefined ? {} : { [`${a}.final_logit_softcapping`]: real(shape.softCap) }),
  };
}
