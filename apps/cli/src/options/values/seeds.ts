import { z } from 'zod';

/** Seeds of the reference harness's four random generators. */
export interface Seeds {
  readonly random: number;
  readonly numpy: number;
  readonly torch: number;
  readonly fewshot: number;
}

/** The reference harness's defaults, in its order. */
const DEFAULTS = [0, 1234, 1234, 1234] as const;

const list = z
  .union([
    z.number().transform((seed) => [seed]),
    z.array(z.number()),
    z
      .string()
      .regex(/^\s*\d+\s*(,\s*\d+\s*){0,3}$/)
      .transform((value) => value.split(',').map(Number)),
  ])
  .pipe(z.array(z.number().int().nonnegative()))
  .refine((seeds) => [1, 3, 4].includes(seeds.length));

/**
 * One number for all four, or `random,numpy,torch,fewshot`; a missing fourth is the default, as in the reference
 * harness. Its `None` (no seed) is not accepted: a run without a seed could not be resumed.
 */
export const seeds = list.default([...DEFAULTS]).transform((given): Seeds => {
  const all = given.length === 1 ? Array.from(DEFAULTS, () => given[0]) : given;
  const seed = (index: 0 | 1 | 2 | 3): number => all[index] ?? DEFAULTS[index];
  return { random: seed(0), numpy: seed(1), torch: seed(2), fewshot: seed(3) };
});
