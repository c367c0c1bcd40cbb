import { z } from 'zod';
import { Sources } from './fact.js';

/** What a base model was trained on. */
export const Pretraining = z.strictObject({
  /** 10⁹ tokens seen. */
  tokensBillion: z.number().positive().nullable(),
  corpora: z.array(
    z.strictObject({
      name: z.string().min(1),
      /** % of the tokens sampled. */
      sharePercent: z.number().positive().nullable(),
      tokensBillion: z.number().positive().nullable(),
    }),
  ),
  note: z.string().min(1).nullable(),
  sources: Sources,
});
