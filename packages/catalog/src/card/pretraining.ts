import { z } from 'zod';
import { Sources } from './fact.js';

/** What a base model was trained on. What is left out of a file is not known: null. */
export const Pretraining = z.strictObject({
  /** 10⁹ tokens seen. */
  tokensBillion: z.number().positive().nullable().default(null),
  corpora: z.array(
    z.strictObject({
      name: z.string().min(1),
      /** % of the tokens sampled. */
      sharePercent: z.number().positive().nullable().default(null),
      tokensBillion: z.number().positive().nullable().default(null),
    }),
  ),
  note: z.string().min(1).nullable().default(null),
  sources: Sources,
});
