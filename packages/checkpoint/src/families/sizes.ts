import type { MetadataScalar } from '@understudy/gguf';
import type { Config } from '../config/config.js';

/** Sizes that every family's `config.json` gives under the same names. */
export interface Sizes {
  readonly layers: number;
  readonly heads: number;
  readonly headLength: number;
  readonly embeddingLength: number;
  readonly metadata: Readonly<Record<string, MetadataScalar | undefined>>;
}

/** By which names a `config.json` has them; of several, any. */
export interface SizeKeys {
  readonly layers: readonly string[];
  readonly embeddingLength: readonly string[];
  readonly heads: readonly string[];
  readonly contextLength: readonly string[];
}

/** Most families' names. */
const COMMON_KEYS: SizeKeys = {
  layers: ['num_hidden_layers'],
  embeddingLength: ['hidden_size'],
  heads: ['num_attention_heads'],
  contextLength: ['max_position_embeddings'],
};

/** GPT-2's, which its descendants have kept. */
export const GPT2_KEYS: SizeKeys = {
  layers: ['n_layer'],
  embeddingLength: ['n_embd'],
  heads: ['n_head'],
  contextLength: ['n_positions'],
};

/** Where families differ in them. */
export interface SizeDefaults {
  readonly keys?: SizeKeys;
  /** Where the file does not say; positions that are a bias or rotations have no end by themselves. */
  readonly contextLength?: number;
  /** Heads of K and V where the file does not say; as many as of Q, if not said here. */
  readonly kvHeads?: number;
  readonly headLength?: number;
}

/** Reads them. Throws `DataError` `checkpoint-config`. */
export function readSizes(config: Config, { keys = COMMON_KEYS, ...defaults }: SizeDefaults = {}): Sizes {
  const layers = config.numberOf(keys.layers);
  const embeddingLength = config.numberOf(keys.embeddingLength);
  const heads = config.numberOf(keys.heads);
  const headLength = config.optionalNumber('head_dim') ?? defaults.headLength ?? embeddingLength / heads;
  return {
    layers,
    heads,
    headLength,
    embeddingLength,
    metadata: {
      block_count: layers,
      context_length: config.numberOf(keys.contextLength, defaults.contextLength),
      embedding_length: embeddingLength,
      'attention.head_count': heads,
      'attention.head_count_kv': config.number('num_key_value_heads', defaults.kvHeads ?? heads),
      'attention.key_length': headLength,
      'attention.value_length': headLength,
    },
  };
}

/** Refuses another activation than the graph's. */
export function requireActivation(config: Config, keys: readonly string[], known: readonly string[]): void {
  const values = keys.map((key) => config.optionalString(key));
  const value = values.find((one) => one !== undefined) ?? known[0];
  if (value !== undefined && !known.includes(value)) config.refuse(`its activation is '${value}'`);
}

/** Refuses switches that are set otherwise than the graph has them; the class's default is what the graph has. */
export function requireSwitches(config: Config, switches: Readonly<Record<string, boolean>>): void {
  for (const [key, expected] of Object.entries(switches)) {
    if (config.boolean(key, expected) !== expected) config.refuse(`its ${key} is ${!expected}`);
  }
}

/** Refuses layers of other kinds than the graph's: `full_attention` and, where `windowed`, `sliding_attention`. */
export function layerKinds(config: Config, layers: number): readonly string[] | undefined {
  const kinds = config.strings('layer_types');
  const strange = kinds?.find((kind) => !['full_attention', 'sliding_attention'].includes(kind));
  if (strange !== undefined) config.refuse(`it has layers of the kind '${strange}'`);
  if (kinds !== undefined && kinds.length !== layers)
    config.refuse(`it has kinds for ${kinds.length} of its ${layers} layers`);
  return kinds;
}

/** Refuses a window in some layers where the graph knows none. */
export function requireFullAttention(config: Config, layers: number): void {
  if (layerKinds(config, layers)?.includes('sliding_attention') === true) {
    config.refuse('some of its layers have a sliding window');
  }
}
