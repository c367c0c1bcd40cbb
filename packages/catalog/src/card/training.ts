import { z } from 'zod';
import { Sources } from './fact.js';

/** With what a model was trained; the texts carry their own units. */
export const Training = z.strictObject({
  hardware: z.string().min(1).nullable(),
  duration: z.string().min(1).nullable(),
  /** Accelerator hours. */
  gpuHours: z.number().positive().nullable(),
  costUsd: z.number().nonnegative().nullable(),
  flops: z.number().positive().nullable(),
  optimizer: z.string().min(1).nullable(),
  learningRate: z.string().min(1).nullable(),
  schedule: z.string().min(1).nullable(),
  batch: z.string().min(1).nullable(),
  weightDecay: z.number().nonnegative().nullable(),
  gradientClip: z.number().positive().nullable(),
  note: z.string().min(1).nullable(),
  sources: Sources,
});
