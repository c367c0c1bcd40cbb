import type { ModelDescription } from '@understudy/gguf';

/** Node.js, ONNX Runtime and the vocabulary (measured: resident memory of an engine less its weights, both default models). */
const PROCESS_BYTES = 250 * 2 ** 20;
/** Logits and their log-softmax of one batch of rows (`cost-model.ts`). */
const LOGITS_BYTES = 192 * 2 ** 20;
/** Tokens of a pass, and how many activations of the widest layer exist at a time. */
const PASS_TOKENS = 512;
const ACTIVATIONS = 6;

/** The scores of one layer and the mask of a pass (`cost-model.ts`). */
const ATTENTION_BYTES = 256 * 2 ** 20;

/**
 * Memory that scoring needs beside 4 bytes a weight: the process, logits, scores and activations of a pass, K and V of a full
 * context, twice, since a growing prefix is copied; or the largest weight once more while it is packed, if that is more.
 */
export function workingMemoryBytes(model: ModelDescription): number {
  const kvBytes = 4 * kvTokens(model) * (model.keyLength + model.valueLength);
  const activations = 4 * PASS_TOKENS * ACTIVATIONS * 4 * model.embeddingLength;
  const packing = 4 * model.vocabularySize * model.embeddingLength;
  return PROCESS_BYTES + Math.max(packing, LOGITS_BYTES + ATTENTION_BYTES + activations + 2 * kvBytes);
}

/** Tokens held in a full context, summed over layers and K/V heads. */
function kvTokens({ contextLength, kvHeads, slidingWindow = contextLength }: ModelDescription): number {
  // Of the architectures with a graph, those with a window (Gemma 3) have one layer in six without.
  return kvHeads.reduce((sum, heads, layer) => {
    const held = (layer + 1) % 6 === 0 ? contextLength : Math.min(contextLength, slidingWindow);
    return sum + heads * held;
  }, 0);
}
