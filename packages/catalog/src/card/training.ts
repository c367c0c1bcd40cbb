import { z } from 'zod';
import { Sources } from './fact.js';

/** With what a model was trained; the texts carry their own units. What is left out of a file is not known: null. */
export const Training = z.strictObject({
  hardware: z.string().min(1).nullable().default(null),
  duration: z.string().min(1).nullable().default(null),
  /** Accelerator hours. */
  gpuHours: z.number().positive().nullable().default(null),
  costUsd: z.number().nonnegative().nullable().default(null),
  flops: z.number().positive().nullable().default(null),
  optimizer: z.string().min(1).nullable().default(null),
  learningRate: z.string().min(1).nullable().default(null),
  schedule: z.string().min(1).nullable().default(null),
  batch: z.string().min(1).nullable().default(null),
  weightDecay: z.number().nonnegative().nullable().default(null),
  gradientClip: z.number().positive().nullable().default(null),
  note: z.string().min(1).nullable().default(null),
  sources: Sources,
});
