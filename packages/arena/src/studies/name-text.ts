import { z } from 'zod';

/** A name that people give: one line, and nothing that moves a terminal's cursor where it is listed. */
export function nameText(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u, 'No control characters.');
}
