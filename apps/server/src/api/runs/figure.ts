import { z } from '@hono/zod-openapi';
import type { FilteredResponse, MetricValue } from '@understudy/store';
import { list } from '../json.js';

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

/** A number that may be missing. */
export function optionalFigure(value: number | undefined): Figure | null {
  return value === undefined ? null : figure(value);
}

/** A metric of one sample: a number, a pair, a class with numbers for all classes, or nothing. */
export const MetricValueBody = z
  .union([Figure, z.tuple([Figure, z.union([Figure, list(Figure)])])])
  .nullable()
  .readonly();
export type MetricValueBody = z.infer<typeof MetricValueBody>;

/** A metric as JSON has it. */
export function metricBody(value: MetricValue): MetricValueBody {
  if (value === null) return null;
  if (typeof value === 'number') return figure(value);
  const [first, second] = value;
  return [figure(first), typeof second === 'number' ? figure(second) : second.map(figure)];
}

/** Whatever a filter makes of a response: a text as it is, anything else as JSON text, in which a number that is not finite is a word. */
export const ValueBody = z.object({ isText: z.boolean(), text: z.string() });
export type ValueBody = z.infer<typeof ValueBody>;

/** What a filter made of a response. */
export function valueBody(value: FilteredResponse): ValueBody {
  if (typeof value === 'string') return { isText: true, text: value };
  const text = JSON.stringify(value, (_key, item: unknown) => (typeof item === 'number' ? figure(item) : item));
  return { isText: false, text };
}
