import { OpenAPIHono } from '@hono/zod-openapi';
import { ApiError } from '../http/api-error.js';
import type { ApiEnv } from './api-env.js';

/** An empty set of routes; what does not fit a route's schema is refused with where it does not. */
export function newApi(): OpenAPIHono<ApiEnv> {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      const where = issue === undefined || issue.path.length === 0 ? result.target : issue.path.join('.');
      throw new ApiError({
        status: 422,
        code: 'input-invalid',
        message: `The request is not as it should be: ${where}: ${issue?.message ?? 'not valid'}.`,
      });
    },
  });
}
