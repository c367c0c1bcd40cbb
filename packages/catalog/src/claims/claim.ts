import { z } from 'zod';
import { Sources } from '../card/fact.js';

/** What a claim says of its models against what they are compared with. */
export const CLAIM_DIRECTIONS = [
  'beats',
  'matches',
  'matches-or-beats',
  'mixed',
  'below',
  'improves',
  'capability',
  'finding',
  'limit',
  'method',
  'argument-for-open',
] as const;

/** What a check against primary sources found. */
export const CLAIM_CHECKS = ['supported', 'supported-with-caveat', 'contradicted', 'not-checked'] as const;

/** A claim that a survey makes, in our words. */
export const Claim = z.strictObject({
  id: z.string().regex(/^c\d{3}[a-z]?$/),
  claim: z.string().min(1),
  /** As the surveys call it, e.g. `reasoning-math`, `application:radiology`. */
  area: z.string().min(1),
  /** Ids of cards, or a group in words. */
  models: z.array(z.string().min(1)),
  comparators: z.array(z.string().min(1)),
  /** Names as published. */
  benchmarks: z.array(z.string().min(1)),
  direction: z.enum(CLAIM_DIRECTIONS),
  check: z.enum(CLAIM_CHECKS),
  /** Numbers and conditions. */
  checkNote: z.string().min(1).nullable(),
  sources: Sources,
});

/** A claim that a survey makes. */
export type Claim = z.infer<typeof Claim>;
