import type { TextModel } from './text-model.js';

/** Floating-point operations of a model: a multiplication and an addition are two. Norms and activations are left out. */
export interface ModelOperations {
  /** Of a token in the matrix products of all layers. */
  readonly perToken: number;
  /** Of a token for each token it attends to, all layers seeing everything. */
  readonly perAttendedToken: number;
  /** Of a row whose logits are computed. */
  readonly perRow: number;
}

/** Counts them from the sizes of a model. */
export function modelOperations(model: TextModel): ModelOperations {
  const { embeddingLength, feedForwardLength, heads, layers, vocabularySize } = model;
  const perLayer = layers.map(({ kvHeads, headLength }) => {
    const attention = embeddingLength * headLength * (2 * heads + 2 * kvHeads);
    return 2 * (attention + 3 * embeddingLength * feedForwardLength);
  });
  return {
    perToken: perLayer.reduce((sum, operations) => sum + operations, 0),
    perAttendedToken: layers.reduce((sum, { headLength }) => sum + 4 * heads * headLength, 0),
    perRow: 2 * embeddingLength * vocabularySize,
  };
}
