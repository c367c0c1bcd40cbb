import type { ModelDescription } from '@understudy/gguf';

/** Node.js, ONNX Runtime and the vocabulary (measured: resident memory of an engine less its weights, both default models). */
const PROCESS_BYTES = 250 * 2 ** 20;
/** Logits and their log-softmax of one batch of rows (`pass-limits.ts`). */
const LOGITS_BYTES = 192 * 2 ** 20;
/** Tokens of a pass, and how many activations of the widest layer exist at a time. */
const PASS_TOKENS = 1024;
const ACTIVATIONS = 6;

/**
 * Memory that scoring needs beside 4 bytes a weight: the process, logits, activations of a pass, and K and V of a full context,
 * twice, since a growing prefix is copied.
 */
export function workingMemoryBytes(model: ModelDescription): number {
  const kvHeads = model.kvHeads.reduce((sum, heads) => sum + heads, 0);
  const kvBytes = 4 * model.contextLength * kvHeads * (model.keyLength + model.valueLength);
  const activations = 4 * PASS_TOKENS * ACTIVATIONS * 4 * model.embeddingLength;
  return PROCESS_BYTES + LOGITS_BYTES + activations + 2 * kvBytes;
}
