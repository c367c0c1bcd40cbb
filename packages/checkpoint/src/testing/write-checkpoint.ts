import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tensors to write by name: their shapes, slowest axis first. Numbers are zeros of float32. */
export type WritableWeights = Readonly<Record<string, readonly number[]>>;

/** A safetensors file's bytes; entries of the header can be replaced, for tests that damage it. */
export function encodeSafetensors(weights: WritableWeights, changes: Readonly<Record<string, unknown>> = {}): Buffer {
  let end = 0;
  const entries = Object.entries(weights).map(([name, shape]) => {
    const begin = end;
    end += 4 * shape.reduce((product, length) => product * length, 1);
    return [name, { dtype: 'F32', shape, data_offsets: [begin, end] }] as const;
  });
  const json = JSON.stringify({ __metadata__: { format: 'pt' }, ...Object.fromEntries(entries), ...changes });
  const header = Buffer.from(json.padEnd(Math.ceil(json.length / 8) * 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, Buffer.alloc(end)]);
}

const SIZES = { heads: 2, hidden: 16, feedForward: 24, vocabulary: 12 };

/** Llama's tensors for one layer. */
const WEIGHTS: WritableWeights = {
  'model.embed_tokens.weight': [SIZES.vocabulary, SIZES.hidden],
  'model.layers.0.input_layernorm.weight': [SIZES.hidden],
  ...Object.fromEntries(
    ['q', 'k', 'v', 'o'].map((part) => [`model.layers.0.self_attn.${part}_proj.weight`, [SIZES.hidden, SIZES.hidden]]),
  ),
  'model.layers.0.post_attention_layernorm.weight': [SIZES.hidden],
  'model.layers.0.mlp.gate_proj.weight': [SIZES.feedForward, SIZES.hidden],
  'model.layers.0.mlp.up_proj.weight': [SIZES.feedForward, SIZES.hidden],
  'model.layers.0.mlp.down_proj.weight': [SIZES.hidden, SIZES.feedForward],
  'model.norm.weight': [SIZES.hidden],
};

const CONFIG = {
  architectures: ['LlamaForCausalLM'],
  model_type: 'llama',
  hidden_size: SIZES.hidden,
  intermediate_size: SIZES.feedForward,
  num_hidden_layers: 1,
  num_attention_heads: SIZES.heads,
  max_position_embeddings: 64,
  tie_word_embeddings: true,
  vocab_size: SIZES.vocabulary,
};

/** Writes a checkpoint of one layer and some kilobytes into a folder; returns its file of weights. Undefined tensors are left out. */
export function writeTinyCheckpoint(
  folder: string,
  {
    config = {},
    weights = {},
  }: {
    readonly config?: Readonly<Record<string, unknown>>;
    readonly weights?: Readonly<Record<string, readonly number[] | undefined>>;
  } = {},
): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...CONFIG, ...config }));
  const present = Object.entries({ ...WEIGHTS, ...weights }).filter(([, shape]) => shape !== undefined);
  const path = join(folder, 'model.safetensors');
  writeFileSync(path, encodeSafetensors(Object.fromEntries(present) as WritableWeights)); // The others were left out.
  return path;
}
