import { describeModel, type GgufModel } from '@understudy/gguf';

/** What was computed. */
export interface ScoringWork {
  /** Tokens that went through the layers. */
  readonly tokens: number;
  /** Tokens that each of them attends to, on average. */
  readonly meanContext: number;
  /** Rows for which the vocabulary's logits were computed. */
  readonly scoredRows: number;
}

/**
 * Floating-point operations of scoring, a multiplication and an addition counted as two:
 * - layers: 2 × their weights a token;
 * - attention: a head's query with a key, and a weight with a value: 2 · heads · (key length + value length) for each token that is
 *   attended to, in each layer;
 * - logits: 2 · embedding length · vocabulary a scored row.
 */
export function scoringOperations(model: GgufModel, { tokens, meanContext, scoredRows }: ScoringWork): number {
  const { heads, keyLength, valueLength, layers, embeddingLength, vocabularySize } = describeModel(model);
  const weights = model.tensors
    .filter(({ name, shape }) => name.startsWith('blk.') && shape.length === 2)
    .reduce((sum, { elements }) => sum + elements, 0);
  const attention = 2 * heads * (keyLength + valueLength) * layers * meanContext;
  return tokens * (2 * weights + attention) + 2 * embeddingLength * vocabularySize * scoredRows;
}
