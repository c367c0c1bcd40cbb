import { z } from 'zod';
import { Sources } from './fact.js';

/**
 * How a model's weights can be had: freely (`open`), after accepting terms (`gated`), as a difference to the base model
 * (`delta`), as LoRA weights over it (`adapter`); never published (`unreleased`), or served by the developer alone (`closed`).
 */
export const WEIGHTS_STATUSES = ['open', 'gated', 'delta', 'adapter', 'unreleased', 'closed'] as const;

/** A GGUF of the model that Understudy fetches. All its sources give the same bytes. */
const WeightsFile = z.strictObject({
  /** Name on disk; of a split model the first part's. */
  name: z.string().regex(/^[\w.+-]+\.gguf$/),
  /** Content identity: see `modelIdentity`. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of all parts. */
  sizeBytes: z.int().positive(),
  quantization: z.string().min(1),
  /** Model specs in order of preference. */
  sources: z.array(z.strictObject({ spec: z.string(), evidence: z.string().min(1) })).min(1),
});

/** Where a model's weights are. */
export const Weights = z.strictObject({
  status: z.enum(WEIGHTS_STATUSES),
  /** On the model hub, `owner/name`. */
  repositories: z.array(z.string().regex(/^[\w.-]+\/[\w.-]+$/)),
  sources: Sources,
  /** Null where no file of them is known here. */
  file: WeightsFile.nullable(),
});

/** A GGUF of a model that Understudy fetches. */
export type WeightsFile = z.infer<typeof WeightsFile>;
