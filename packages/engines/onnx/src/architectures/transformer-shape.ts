import { describeModel, MetadataReader, type GgufModel } from '@understudy/gguf';
import type { RotaryTable } from './text-model.js';

/** Sizes that the metadata of every decoder-only transformer gives. */
export interface TransformerShape {
  readonly layers: number;
  readonly embeddingLength: number;
  readonly feedForwardLength: number;
  readonly heads: number;
  readonly kvHeads: readonly number[];
  readonly headLength: number;
  readonly contextLength: number;
  readonly vocabularySize: number;
  readonly epsilon: number;
  readonly rotary: RotaryTable;
}

/** Reads them. Throws `DataError` `gguf-metadata` where one is missing. */
export function transformerShape(model: GgufModel): TransformerShape {
  const { architecture, layers, embeddingLength, heads, kvHeads, keyLength, contextLength, vocabularySize } =
    describeModel(model);
  const metadata = new MetadataReader(model);
  const factor = metadata.optionalNumber(`${architecture}.rope.scaling.factor`) ?? 1;
  const isLinear = metadata.optionalString(`${architecture}.rope.scaling.type`) === 'linear';
  return {
    layers,
    embeddingLength,
    feedForwardLength: metadata.number(`${architecture}.feed_forward_length`),
    heads,
    kvHeads,
    headLength: keyLength,
    contextLength,
    vocabularySize,
    epsilon: metadata.number(`${architecture}.attention.layer_norm_rms_epsilon`),
    rotary: {
      base: metadata.optionalNumber(`${architecture}.rope.freq_base`) ?? 10_000,
      dimensions: metadata.optionalNumber(`${architecture}.rope.dimension_count`) ?? keyLength,
      scale: isLinear ? 1 / factor : 1,
      factors: undefined,
    },
  };
}
