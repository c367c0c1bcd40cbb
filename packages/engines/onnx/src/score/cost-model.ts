import { modelOperations } from '../architectures/model-operations.js';
import type { TextModel } from '../architectures/text-model.js';

/** What passes cost, in tokens' worth of the model's matrix products, and how large they may be. */
export interface CostModel {
  /** Starting a pass, and the lower speed of small products. */
  readonly overheadTokens: number;
  /** A token's attention to one token that is not its own document's. */
  readonly strangerTokens: number;
  /** Tokens of one pass. */
  readonly passTokens: number;
  /** Tokens of a pass times the tokens it attends to: the scores of a layer are stored. */
  readonly passPairs: number;
  /** Rows whose logits are computed together. */
  readonly headRows: number;
}

/** Measured: SmolLM2 135M, passes of 80 tokens against 400, and of 110 behind 620 against 220. */
const OVERHEAD_TOKENS = 16;
/** Arithmetic of attention is this much slower than that of the large products (same measurement). */
const ATTENTION_SLOWNESS = 1.3;
const PASS_TOKENS = 512;
const ATTENTION_BYTES = 64 * 2 ** 20;
/** Two tensors of [rows, vocabulary] exist at a time. */
const LOGITS_BYTES = 96 * 2 ** 20;
const MOST_HEAD_ROWS = 128;

/**
 * The cost model. A token takes L floating-point operations in the matrix products and A for each token it attends to.
 *
 * - Documents behind a shared prefix stand in one line of S tokens and are shown what is theirs by a mask: attention between
 *   strangers is computed too. Such a pass costs o + S + S² · A/L tokens' worth: the overhead asks for long lines, the strangers
 *   for short ones; about 200 tokens are best for models of 576 to 640 elements.
 * - Documents without a prefix are n lines of a batch, as wide as the widest, and see nothing of each other: o + n · width.
 *
 * Documents are cut into passes of least total cost (`partition`). A document or prefix that is too long for one pass goes in
 * equal chunks: a chunk attends to all of itself, though half of that is hidden, so larger ones gain nothing.
 */
export function costModel(model: TextModel): CostModel {
  const { perToken, perAttendedToken } = modelOperations(model);
  const rows = Math.floor(LOGITS_BYTES / (4 * model.vocabularySize));
  return {
    overheadTokens: OVERHEAD_TOKENS,
    strangerTokens: (ATTENTION_SLOWNESS * perAttendedToken) / perToken,
    passTokens: PASS_TOKENS,
    passPairs: Math.floor(ATTENTION_BYTES / (4 * model.heads)),
    headRows: Math.max(1, Math.min(MOST_HEAD_ROWS, rows)),
  };
}

/** Tokens of the first of the equal chunks in which `length` tokens are computed behind a prefix. */
export function chunkLength({ passTokens, passPairs }: CostModel, length: number, prefixLength: number): number {
  const most = Math.max(1, Math.min(passTokens, Math.floor(passPairs / (prefixLength + passTokens))));
  return Math.ceil(length / Math.ceil(length / most));
}

/** Cost of documents in one line behind a prefix. */
export function lineCost(
  { overheadTokens, strangerTokens, passTokens }: CostModel,
  lengths: readonly number[],
): number {
  const sum = lengths.reduce((total, length) => total + length, 0);
  const fits = lengths.length === 1 || sum <= passTokens;
  return fits ? overheadTokens + sum + sum * sum * strangerTokens : Number.POSITIVE_INFINITY;
}

/** Cost of documents as the lines of a batch. */
export function batchCost({ overheadTokens, passTokens }: CostModel, lengths: readonly number[]): number {
  const area = lengths.length * Math.max(...lengths);
  const fits = lengths.length === 1 || area <= passTokens;
  return fits ? overheadTokens + area : Number.POSITIVE_INFINITY;
}
