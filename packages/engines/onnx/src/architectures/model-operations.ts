import type { Weights } from '../weights/weights.js';
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
  const { embeddingLength, heads, layers, vocabularySize } = model;
  const perLayer = layers.map(({ kvHeads, headLength }) => {
    const attention = embeddingLength * headLength * (2 * heads + 2 * kvHeads);
    return 2 * (attention + model.feedForwardWeights);
  });
  return {
    perToken: perLayer.reduce((sum, operations) => sum + operations, 0),
    perAttendedToken: layers.reduce((sum, { headLength }) => sum + 4 * heads * headLength, 0),
    perRow: 2 * embeddingLength * vocabularySize,
  };
}

/** Weights of the first layer's feed-forward network that a token is multiplied by: of a stack of experts, those that are used. */
export function feedForwardWeights(weights: Weights, layers: string, usedExperts = 0): number {
  const sizeOf = (name: string): readonly number[] => (weights.has(name) ? weights.shape(name) : [0]);
  const parts = ['ffn_gate', 'ffn_up', 'ffn_down'].map((part) => `${layers}.0.${part}`);
  const single = parts.map((part) => product(sizeOf(`${part}.weight`)));
  const stacked = parts.map((part) => product([usedExperts, ...sizeOf(`${part}_exps.weight`).slice(1)]));
  return [...single, ...stacked.filter((_, i) => weights.has(`${parts[i]}_exps.weight`))].reduce((a, b) => a + b, 0);
}

function product(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a * b, 1);
}
