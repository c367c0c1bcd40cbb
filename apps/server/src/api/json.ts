import { z, type RouteConfig } from '@hono/zod-openapi';
import type { ZodType } from 'zod';

export { nameText } from '@understudy/arena';

/** A list that handlers do not change. */
export function list<T extends ZodType>(item: T) {
  return z.array(item).readonly();
}

/** The answer of a route: JSON with status 200. */
export function answers<T extends ZodType>(schema: T, description = 'Done.') {
  return { 200: { description, content: { 'application/json': { schema } } } } as const;
}

/** A JSON body that must be there. */
export function body<T extends ZodType>(schema: T) {
  return { required: true, content: { 'application/json': { schema } } } as const satisfies NonNullable<
    RouteConfig['request']
  >['body'];
}

/** An id in a path. */
export const IdParam = z.object({ id: z.string().min(1).max(200) });

/** An id as clients see it. */
export const Id = z.string().min(1).max(200);

/** A whole number in a query. */
export function countParam({ min, max }: { readonly min: number; readonly max: number }) {
  return z.coerce.number<string>().int().min(min).max(max);
}

/** A number in a query. */
export function numberParam({ min, max }: { readonly min: number; readonly max: number }) {
  return z.coerce.number<string>().min(min).max(max);
}

/** A measured value with its interval and the count behind it; null where there is nothing to measure. */
export const Measure = z
  .object({
    value: z.number().nullable(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    count: z.number(),
  })
  .openapi('Measure');
export type Measure = z.infer<typeof Measure>;

/** Where a page of rows stands among all that fit its query, as the store tells it; on a body. */
export const PAGE_PLACE = {
  previous: z.string().nullable().openapi({ description: 'Cursor of the page before; null on the first one.' }),
  next: z.string().nullable().openapi({ description: 'Cursor of the page after; null on the last one.' }),
  before: z.number().openapi({ description: 'Rows before this page.' }),
  total: z.number().openapi({ description: 'Rows that fit, over all pages.' }),
} as const;

/** The answer of a route that has nothing to say. */
export const Done = z.object({ done: z.literal(true) });
