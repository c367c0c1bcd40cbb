import { describeModel, MetadataReader, type GgufModel, type ModelDescription } from '@understudy/gguf';
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
  readonly epsilon: number;
  readonly rotary: RotaryTable;
  /** What of the metadata no graph can do yet. */
  readonly unsupported: string | undefined;
}

/** Reads them. Throws `DataError` `gguf-metadata` where one is missing. */
export function transformerShape(model: GgufModel): TransformerShape {
  const description = describeModel(model);
  const { architecture, layers, embeddingLength, heads, kvHeads, keyLength, contextLength } = description;
  const metadata = new MetadataReader(model);
  const factor = metadata.optionalNumber(`${architecture}.rope.scaling.factor`) ?? 1;
  const scaling = metadata.optionalString(`${architecture}.rope.scaling.type`) ?? 'none';
  return {
    layers,
    embeddingLength,
    feedForwardLength: metadata.number(`${architecture}.feed_forward_length`),
    heads,
    kvHeads,
    headLength: keyLength,
    contextLength,
    epsilon: metadata.number(`${architecture}.attention.layer_norm_rms_epsilon`),
    rotary: {
      base: metadata.optionalNumber(`${architecture}.rope.freq_base`) ?? 10_000,
      dimensions: metadata.optionalNumber(`${architecture}.rope.dimension_count`) ?? keyLength,
      scale: scaling === 'linear' ? 1 / factor : 1,
      factors: undefined,
    },
    unsupported: ['none', 'linear'].includes(scaling)
      ? unsupportedHeads(description)
      : `its rotary scaling is '${scaling}'`,
  };
}

/** Limits of ONNX Runtime's attention: one length of K and V, a multiple of 8, and heads in equal groups. */
function unsupportedHeads({ keyLength, valueLength, heads, kvHeads }: ModelDescription): string | undefined {
  const fits = keyLength === valueLength && keyLength % 8 === 0 && kvHeads.every((count) => heads % count === 0);
  return fits
    ? undefined
    : `heads of ${keyLength} and ${valueLength} elements in groups of ${kvHeads[0]} do not fit the attention`;
}
