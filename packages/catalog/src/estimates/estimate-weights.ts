import type { ModelCard } from '../card/card.js';
import { matrixBytes } from './matrix-format.js';
import { QUANTIZATIONS, type Quantization } from './quantization.js';
import type { MatrixRole } from './weight-matrix.js';
import { weightMatrices } from './weight-matrices.js';

/** What the weights of a model take. */
export interface WeightsEstimate {
  readonly bytes: number;
  /** Of them, what decoding one token reads: not an embedding that is no output layer, and of experts those in use. */
  readonly bytesPerToken: number;
  /**
   * Parameters that each token of a prompt is multiplied with: neither the embedding, which is looked up, nor the output layer, which only the
   * last token needs; of experts those in use.
   */
  readonly multipliedPerToken: number;
  /** `shapes`: matrix by matrix; `average`: the number of parameters at the mean of the format, where the shapes are not known. */
  readonly basis: 'shapes' | 'average';
}

/** What a token of a prompt is not multiplied with. */
const UNMULTIPLIED: ReadonlySet<MatrixRole> = new Set(['token-embedding', 'output', 'unquantized']);

/** Estimates a model's weights in a format; undefined where the number of its parameters is not known. */
export function estimateWeights(card: ModelCard, quantization: Quantization): WeightsEstimate | undefined {
  const { architecture, parameters } = card;
  if (parameters === null) return undefined;
  const matrices = weightMatrices(card);
  if (matrices === undefined || architecture === null) {
    const bytesPerParameter = QUANTIZATIONS[quantization].bits / 8;
    const active = architecture?.activeParameters ?? parameters.value;
    return {
      bytes: parameters.value * bytesPerParameter,
      bytesPerToken: active * bytesPerParameter,
      multipliedPerToken: active - (architecture?.vocabularySize ?? 0) * (architecture?.hiddenSize ?? 0),
      basis: 'average',
    };
  }
  const sizes = matrices.map((matrix) => ({ matrix, bytes: matrixBytes(matrix, quantization, architecture) }));
  return {
    bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    bytesPerToken: sizes.reduce((sum, { bytes, matrix }) => sum + bytes * matrix.readShare, 0),
    multipliedPerToken: matrices
      .filter(({ role }) => !UNMULTIPLIED.has(role))
      .reduce((sum, { rowLength, rows, readShare }) => sum + rowLength * rows * readShare, 0),
    basis: 'shapes',
  };
}
