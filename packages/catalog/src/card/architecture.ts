import { z } from 'zod';
import { Sources } from './fact.js';

/** How attention heads share keys and values: one K/V head a query head, one for all, or one for a group. */
export const ATTENTIONS = ['MHA', 'GQA', 'MQA'] as const;

/** What a model is built of, from which its memory and speed follow. A number that is not known is null. */
export const Architecture = z.strictObject({
  type: z.enum(['decoder-only', 'encoder-decoder', 'prefix-decoder', 'moe-decoder-only']).nullable(),
  /** Of an encoder-decoder: of each stack. */
  layers: z.int().positive().nullable(),
  /** Width of the residual stream. */
  hiddenSize: z.int().positive().nullable(),
  /** Width of the feed-forward part. */
  feedForwardSize: z.int().positive().nullable(),
  /** Query heads. */
  attentionHeads: z.int().positive().nullable(),
  keyValueHeads: z.int().positive().nullable(),
  headSize: z.int().positive().nullable(),
  attention: z.enum(ATTENTIONS).nullable(),
  /** E.g. `RoPE (theta 10000)`, `ALiBi`, `learned`. */
  positions: z.string().min(1).nullable(),
  normalisation: z.string().min(1).nullable(),
  activation: z.string().min(1).nullable(),
  /** Whether the linear layers have bias terms. */
  bias: z.boolean().nullable(),
  /** Rows of the embedding matrix, padding included. */
  vocabularySize: z.int().positive().nullable(),
  tokenizer: z.string().min(1).nullable(),
  /** Tokens: the length trained or tuned for. */
  contextLength: z.int().positive().nullable(),
  /** Of a mixture of experts; null: it is none, or not known. */
  experts: z.strictObject({ count: z.int().positive(), active: z.int().positive() }).nullable(),
  /** Weights used for each token, of a mixture of experts. */
  activeParameters: z.int().positive().nullable(),
  note: z.string().min(1).nullable(),
  sources: Sources,
});

/** What a model is built of. */
export type Architecture = z.infer<typeof Architecture>;
