import { z } from 'zod';
import { COMMERCIAL_USES } from '../card/licence.js';
import { Sources } from '../card/fact.js';

/** What a licence asks of those who use or pass on the weights. */
export const LicenceCondition = z.discriminatedUnion('kind', [
  /** Free below a number of monthly active users. */
  z.strictObject({ kind: z.literal('user-cap'), monthlyActiveUsers: z.int().positive(), text: z.string().min(1) }),
  /** Free below a number of daily active users. */
  z.strictObject({ kind: z.literal('daily-user-cap'), dailyActiveUsers: z.int().positive(), text: z.string().min(1) }),
  /** Free below a yearly revenue. */
  z.strictObject({ kind: z.literal('revenue-cap'), usdPerYear: z.number().positive(), text: z.string().min(1) }),
  z.strictObject({
    kind: z.enum([
      'attribution',
      'acceptable-use',
      /** Outputs may not train other models. */
      'no-training-on-outputs',
      'share-alike',
      'research-only',
      'non-commercial',
      'registration',
      'name-prefix',
      'no-hosting',
      'source-disclosure',
    ]),
    text: z.string().min(1),
  }),
]);

/** A licence, read once for all models under it. */
export const LicenceTerms = z.strictObject({
  /** SPDX id or `LicenseRef-…`, as on the cards. */
  id: z.string().min(1),
  name: z.string().min(1),
  url: z.url().nullable(),
  commercialUse: z.enum(COMMERCIAL_USES),
  conditions: z.array(LicenceCondition),
  /** Kinds of its conditions that bind models derived from it as well. */
  bindsDerived: z.array(z.string().min(1)),
  /** What cards call the teachers whose outputs are under these terms; part of a name will do. */
  outputsOf: z.array(z.string().min(1)).default([]),
  sources: Sources,
});

/** A condition of a licence. */
export type LicenceCondition = z.infer<typeof LicenceCondition>;

/** A licence, read once for all models under it. */
export type LicenceTerms = z.infer<typeof LicenceTerms>;
