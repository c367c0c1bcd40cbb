import type { Weights } from './weights.js';

/** Name, without `.weight`, of the matrix that makes logits: one of its own, or the embedding's, when both are tied. It may have rows for no token. */
export function outputWeight(weights: Weights): string {
  return weights.has('output.weight') ? 'output' : 'token_embd';
}
