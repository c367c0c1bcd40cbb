import { z } from 'zod';

/** What stands behind the last colon, when it is a number, is the scale: a path may have colons of its own. */
const SCALED = /^(?<spec>.+):(?<scale>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/is;

const adapter = z
  .string()
  .min(1)
  .transform((text) => {
    const { spec = text, scale = '1' } = SCALED.exec(text)?.groups ?? {};
    return { spec, scale: Number(scale) };
  });

/** Adapters, repeated to give several: `FILE` or `FILE:SCALE`. */
export const adapters = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat())
  .pipe(z.array(adapter));
