import { z } from 'zod';
import { Sources } from './fact.js';

/** How attention heads share keys and values: one K/V head a query head, one for all, or one for a group. */
export const ATTENTIONS = ['MHA', 'GQA', 'MQA'] as const;

/** What a model is built of, from which its memory and speed follow. What is left out of a file is not known: null. */
export const Architecture = z.strictObject({
  type: z.enum(['decoder-only', 'encoder-decoder', 'prefix-decoder', 'moe-decoder-only']).nullable().default(null),
  /** Of an encoder-decoder: of each stack. */
  layers: z.int().positive().nullable().default(null),
  /** Width of the residual stream. */
  hiddenSize: z.int().positive().nullable().default(null),
  /** Width of the feed-forward part. */
  feedForwardSize: z.int().positive().nullable().default(null),
  /** Query heads. */
  attentionHeads: z.int().positive().nullable().default(null),
  keyValueHeads: z.int().positive().nullable().default(null),
  headSize: z.int().positive().nullable().default(null),
  attention: z.enum(ATTENTIONS).nullable().default(null),
  /** E.g. `RoPE (theta 10000)`, `ALiBi`, `learned`. */
  positions: z.string().min(1).nullable().default(null),
  normalisation: z.string().min(1).nullable().default(null),
  activation: z.string().min(1).nullable().default(null),
  /** Whether the linear layers have bias terms. */
  bias: z.boolean().nullable().default(null),
  /** Rows of the embedding matrix, padding included. */
  vocabularySize: z.int().positive().nullable().default(null),
  tokenizer: z.string().min(1).nullable().default(null),
  /** Tokens: the length trained or tuned for. */
  contextLength: z.int().positive().nullable().default(null),
  /** Of a mixture of experts; null: it is none, or not known. */
  experts: z.strictObject({ count: z.int().positive(), active: z.int().positive() }).nullable().default(null),
  /** Weights used for each token, of a mixture of experts. */
  activeParameters: z.int().positive().nullable().default(null),
  note: z.string().min(1).nullable().default(null),
  sources: Sources,
});

/** What a model is built of. */
export type Architecture = z.infer<typeof Architecture>;
