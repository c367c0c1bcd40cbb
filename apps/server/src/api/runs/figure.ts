import { z } from '@hono/zod-openapi';

/** A number that may be infinite or none at all, which JSON cannot write. */
export const Figure = z
  .union([z.number(), z.enum(['Infinity', '-Infinity', 'NaN'])])
  .openapi('Figure', { description: 'A number; what is not finite as a word.' });
export type Figure = z.infer<typeof Figure>;

/** A number as JSON has it. */
export function figure(value: number): Figure {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
}
