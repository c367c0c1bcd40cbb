import { z } from 'zod';

const words = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

/** Texts, repeated to give several; a comma belongs to the text. */
export const texts = words;

/** Names, repeated or separated by commas: `a,b` and `[a, b]` are the same. */
export const names = words.transform((values) =>
  values.flatMap((value) => value.split(',').map((name) => name.trim())).filter((name) => name !== ''),
);

/** A whole number of at least `minimum`, written as text or as a number. */
export const whole = (minimum: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^[+-]?\d+$/)
        .transform(Number),
    ])
    .pipe(z.number().int().min(minimum));

const decimal = z.union([
  z.number(),
  z
    .string()
    .regex(/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i)
    .transform(Number),
]);

/** A positive number, written as text or as a number. */
export const positive = decimal.pipe(z.number().positive());

const MAGNITUDES: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, b: 1e9, t: 1e12 };

/** A number of parameters: `7B`, `135M`, or the number itself. */
export const parameterCount = z.union([
  z.number().positive(),
  z
    .string()
    .toLowerCase()
    .regex(/^(\d+\.?\d*|\.\d+)[kmbt]?$/)
    .transform((text) => Number.parseFloat(text) * (MAGNITUDES[text.replace(/[\d.]+/, '')] ?? 1)),
]);

/** A number from `low` to `high`, both included, written as text or as a number. */
export const between = (low: number, high: number) => decimal.pipe(z.number().min(low).max(high));

/** Yes or no: the bare flag, or one of the words the reference harness accepts and their opposites. */
export const truth = z.union([
  z.boolean(),
  z
    .string()
    .toLowerCase()
    .pipe(z.enum(['true', '1', 'yes', 'false', '0', 'no']))
    .transform((word) => ['true', '1', 'yes'].includes(word)),
]);
