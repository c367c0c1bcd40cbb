import type { ModelCard } from '../card/card.js';
import type { Quantization } from './quantization.js';
import type { WeightMatrix } from './weight-matrix.js';

/** Formats of single tensors: elements and bytes of a block (`block_*` of ggml's `ggml-common.h`). */
const BLOCKS = {
  F32: [1, 4],
  F16: [1, 2],
  BF16: [1, 2],
  Q8_0: [32, 34],
  Q6_K: [256, 210],
  Q5_K: [256, 176],
  Q5_1: [32, 24],
  Q5_0: [32, 22],
  Q4_K: [256, 144],
  Q4_1: [32, 20],
  Q4_0: [32, 18],
} as const;

type Format = keyof typeof BLOCKS;

/** The format of most tensors. */
const BASE: Readonly<Record<Quantization, Format>> = {
  F32: 'F32',
  F16: 'F16',
  BF16: 'BF16',
  Q8_0: 'Q8_0',
  Q6_K: 'Q6_K',
  Q5_K_M: 'Q5_K',
  Q4_1: 'Q4_1',
  Q4_K_M: 'Q4_K',
  Q4_K_S: 'Q4_K',
  Q4_0: 'Q4_0',
};

/** What stands in for formats whose blocks do not divide a row. */
const FALLBACK: Partial<Readonly<Record<Format, Format>>> = { Q6_K: 'Q8_0', Q5_K: 'Q5_1', Q4_K: 'Q5_0' };

/** Layers and experts of a model, on which its tensors' formats depend. */
export type Depth = Pick<NonNullable<ModelCard['architecture']>, 'layers' | 'experts'>;

/**
 * Bytes of a matrix in a format of weights, by the rules of llama.cpp's quantiser without an importance matrix
 * (`gh:ggml-org/llama.cpp src/llama-quant.cpp`, `llama_tensor_get_type_impl`; what it does for Falcon alone is left out).
 */
export function matrixBytes(
  { rows, rowLength, ...place }: WeightMatrix,
  quantization: Quantization,
  depth: Depth,
): number {
  const [elements, bytes] = BLOCKS[fitting(formatOf(place, quantization, depth), rowLength)];
  return (rows * rowLength * bytes) / elements;
}

function fitting(format: Format, rowLength: number): Format {
  if (rowLength % BLOCKS[format][0] === 0) return format;
  const fallback = FALLBACK[format] ?? 'F16';
  return rowLength % BLOCKS[fallback][0] === 0 ? fallback : 'F16';
}

type Place = Pick<WeightMatrix, 'role' | 'layer'>;

function formatOf({ role, layer }: Place, quantization: Quantization, { layers, experts }: Depth): Format {
  const base = BASE[quantization];
  if (role === 'unquantized' || base === 'F32') return 'F32';
  if (base === 'F16' || base === 'BF16') return base;
  if (role === 'output') return base === 'Q8_0' ? base : 'Q6_K';
  const isEightfold = experts?.count === 8;
  if (isEightfold && (role === 'attention-key' || role === 'attention-value')) return 'Q8_0';
  if (isEightfold && role === 'attention-output' && base === 'Q4_K') return 'Q5_K';
  if (role !== 'attention-value' && role !== 'feed-forward-down') return base;
  return sensitiveFormat({ role, layer }, quantization, layers ?? 0);
}

/** Of the tensors that suffer most from few bits. */
function sensitiveFormat({ role, layer }: Place, quantization: Quantization, layers: number): Format {
  const eighth = Math.trunc(layers / 8);
  switch (quantization) {
    case 'Q4_K_M':
    case 'Q5_K_M': {
      const hasMore = layer < eighth || layer >= Math.trunc((7 * layers) / 8) || (layer - eighth) % 3 === 2;
      if (hasMore) return 'Q6_K';
      // Of models of 70B; llama.cpp knows them by their 80 layers.
      return role === 'attention-value' && layers === 80 && quantization === 'Q4_K_M' ? 'Q5_K' : BASE[quantization];
    }
    case 'Q4_K_S':
      return layer < (role === 'attention-value' ? 4 : eighth) ? 'Q5_K' : 'Q4_K';
    default:
      return BASE[quantization];
  }
}
