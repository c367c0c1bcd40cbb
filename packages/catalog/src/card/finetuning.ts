import { z } from 'zod';
import { Sources } from './fact.js';

/** How a tuned model was made of its base. What is left out of a file is not known: null. */
export const Finetuning = z.strictObject({
  /** `size` is a text with its own unit, e.g. `52,000 instructions`. */
  data: z.array(z.strictObject({ name: z.string().min(1), size: z.string().min(1).nullable().default(null) })),
  /** In the order applied, e.g. `SFT`, `RLHF-PPO`. */
  methods: z.array(z.string().min(1)),
  /** The same for filters, kebab-case; `distillation` whenever a model is the teacher. */
  methodTags: z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  /** Model or people whose outputs were learnt from. */
  teacher: z.string().min(1).nullable().default(null),
  note: z.string().min(1).nullable().default(null),
  sources: Sources,
});
