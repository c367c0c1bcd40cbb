import type { Norm } from '../parts/norm.js';
import type { ModelSource } from './model-source.js';

/** Sizes that the metadata of every decoder-only transformer gives. */
export interface TransformerShape {
  readonly layers: number;
  readonly embeddingLength: number;
  readonly heads: number;
  /** Of each layer. */
  readonly kvHeads: readonly number[];
  readonly headLength: number;
  readonly contextLength: number;
  readonly norm: Norm;
}

const EPSILON_KEYS = { rms: 'attention.layer_norm_rms_epsilon', layer: 'attention.layer_norm_epsilon' } as const;

/** Reads them. Throws `DataError` `gguf-metadata` where one is missing. */
export function transformerShape(source: ModelSource, norm: Norm['kind']): TransformerShape {
  const { layers, embeddingLength, heads, kvHeads, keyLength, valueLength, contextLength } = source.description;
  // The lengths of the feed-forward networks are those of their matrices.
  source.ignore('feed_forward_length', ...Object.values(EPSILON_KEYS));
  if (!fitsAttention({ keyLength, valueLength, heads, kvHeads })) {
    source.refuse(
      `heads of ${keyLength} and ${valueLength} elements in groups of ${kvHeads[0]} do not fit the attention`,
    );
  }
  return {
    layers,
    embeddingLength,
    heads,
    kvHeads,
    headLength: keyLength,
    contextLength,
    norm: { kind: norm, epsilon: source.number(EPSILON_KEYS[norm]) },
  };
}

/** Limits of ONNX Runtime's attention: one length of K and V, a multiple of 8, and heads in equal groups. */
function fitsAttention(of: {
  readonly keyLength: number;
  readonly valueLength: number;
  readonly heads: number;
  readonly kvHeads: readonly number[];
}): boolean {
  const { keyLength, valueLength, heads, kvHeads } = of;
  return keyLength === valueLength && keyLength % 8 === 0 && kvHeads.every((count) => heads % count === 0);
}
