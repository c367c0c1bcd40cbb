import { AREAS, type Area } from '@understudy/catalog';
import { z } from 'zod';

/** An area and how much it counts. */
export interface AreaWeight {
  readonly area: Area;
  /** Positive; only the ratios matter. */
  readonly weight: number;
}

const NUMBER = /^\d+(\.\d+)?$/;

const weight = z.union([z.number(), z.string().regex(NUMBER).transform(Number)]).pipe(z.number().positive());

/** `reasoning-math=2`; without a number it counts 1. */
const writtenArea = z.string().transform((text, context): AreaWeight => {
  const [name = '', count = '1'] = text.split('=', 2).map((part) => part.trim());
  const area = z.enum(AREAS).safeParse(name);
  const parsed = weight.safeParse(count);
  if (area.success && parsed.success) return { area: area.data, weight: parsed.data };
  context.issues.push({ code: 'custom', message: `${text} is not an area with a weight`, input: text });
  return z.NEVER;
});

/** Areas as a list of `name` and `name=weight`, separated by commas too, or as a mapping from name to weight. Each only once. */
export const writtenAreas = z
  .union([
    z
      .union([z.string(), z.array(z.string())])
      .transform((value) => [value].flat().flatMap(commaSeparated))
      .pipe(z.array(writtenArea)),
    z
      .partialRecord(z.enum(AREAS), weight)
      .transform((record) =>
        Object.entries(record).map(([area, count]): AreaWeight => ({ area: area as Area, weight: count })),
      ),
  ])
  .refine((areas) => areas.length > 0)
  .refine((areas) => new Set(areas.map(({ area }) => area)).size === areas.length);

/** Names, repeated or separated by commas. */
export const writtenNames = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat().flatMap(commaSeparated));

/** Yes or no. */
export const writtenTruth = z.union([
  z.boolean(),
  z
    .string()
    .toLowerCase()
    .pipe(z.enum(['true', '1', 'yes', 'false', '0', 'no']))
    .transform((word) => ['true', '1', 'yes'].includes(word)),
]);

/** A positive number. */
export const writtenPositive = z
  .union([z.number(), z.string().trim().regex(NUMBER).transform(Number)])
  .pipe(z.number().positive());

/** A number from `low` to `high`, both included. */
export const writtenBetween = (low: number, high: number) =>
  z.union([z.number(), z.string().trim().regex(NUMBER).transform(Number)]).pipe(z.number().min(low).max(high));

const BYTES = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 } as const;

/** Bytes: `8GiB`, `500 MB`; a bare number is in GiB. */
export const writtenBytes = z
  .union([z.number(), z.string()])
  .transform((value, context) => {
    const [, digits = '', unit = 'GiB'] = /^\s*(\d+(?:\.\d+)?)\s*([KMG]?i?B)?\s*$/.exec(String(value)) ?? [];
    const factor = BYTES[unit as keyof typeof BYTES] as number | undefined;
    if (digits !== '' && factor !== undefined) return Number(digits) * factor;
    context.issues.push({ code: 'custom', message: `${value} is not an amount of memory`, input: value });
    return z.NEVER;
  })
  .pipe(z.number().positive());

/** Tokens, as context lengths are written: `8k` is 8,192, `32768` itself. */
export const writtenTokens = z
  .union([z.number(), z.string()])
  .transform((value, context) => {
    const [, digits = '', unit = ''] = /^\s*(\d+)\s*([kK]?)\s*$/.exec(String(value)) ?? [];
    if (digits !== '') return Number(digits) * (unit === '' ? 1 : 1024);
    context.issues.push({ code: 'custom', message: `${value} is not a number of tokens`, input: value });
    return z.NEVER;
  })
  .pipe(z.int().positive());

/** People: `700M`, `50k`, `1200`. */
export const writtenPeople = z
  .union([z.number(), z.string()])
  .transform((value, context) => {
    const [, digits = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([kKM]?)\s*$/.exec(String(value)) ?? [];
    if (digits !== '') return Number(digits) * (unit === '' ? 1 : unit === 'M' ? 1e6 : 1e3);
    context.issues.push({ code: 'custom', message: `${value} is not a number of people`, input: value });
    return z.NEVER;
  })
  .pipe(z.number().nonnegative());

function commaSeparated(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
