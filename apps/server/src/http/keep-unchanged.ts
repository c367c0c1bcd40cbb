import { etag } from 'hono/etag';
import type { Context, Next } from 'hono';

/** For what hardly ever changes: browsers keep it, and ask only whether it is still so. */
export function keepUnchanged() {
  const tag = etag();
  return (c: Context, next: Next) =>
    tag(c, async () => {
      await next();
      if (c.req.method === 'GET') c.header('Cache-Control', 'private, no-cache');
    });
}
