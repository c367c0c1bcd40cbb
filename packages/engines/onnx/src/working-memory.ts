import type { TextModel } from './architectures/text-model.js';
import { heldTokens } from './runtime/kv-prefix.js';

/** Node.js, ONNX Runtime and the vocabulary (measured: resident memory of an engine less its weights, both default models). */
const PROCESS_BYTES = 250 * 2 ** 20;
/** Logits and their log-softmax of one batch of rows (`cost-model.ts`). */
const LOGITS_BYTES = 192 * 2 ** 20;
/** Tokens of a pass, and how many activations of the widest layer exist at a time. */
const PASS_TOKENS = 512;
const ACTIVATIONS = 6;

/** The scores of one layer and the mask of a pass (`cost-model.ts`). */
const ATTENTION_BYTES = 256 * 2 ** 20;
/** A mask that differs by head is as large as the scores, and is made of another one of that size. */
const POSITION_BIAS_BYTES = 128 * 2 ** 20;

/**
 * Memory that scoring needs beside 4 bytes a weight: the process, logits, scores and activations of a pass, K and V of a full
 * context, twice, since a growing prefix is copied; or the largest weight once more while it is packed, if that is more.
 */
export function workingMemoryBytes(model: TextModel): number {
  const { layers, contextLength, embeddingLength, vocabularySize, readsColumnPositions } = model;
  const kvNumbers = layers.map((layer) => 2 * layer.kvHeads * layer.headLength * heldTokens(layer, contextLength));
  const kvBytes = 4 * kvNumbers.reduce((sum, numbers) => sum + numbers, 0);
  const activations = 4 * PASS_TOKENS * ACTIVATIONS * 4 * embeddingLength;
  const attention = ATTENTION_BYTES + (readsColumnPositions ? POSITION_BIAS_BYTES : 0);
  const packing = 4 * vocabularySize * embeddingLength;
  return PROCESS_BYTES + Math.max(packing, LOGITS_BYTES + attention + activations + 2 * kvBytes);
}
