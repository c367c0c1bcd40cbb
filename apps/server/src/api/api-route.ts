import { createRoute, type RouteConfig } from '@hono/zod-openapi';
import type { Context, Next } from 'hono';
import { ApiError } from '../http/api-error.js';
import type { ApiEnv } from './api-env.js';
import { errorResponse } from './error-schema.js';
import { isAllowed, type Access } from './role.js';

function gate(access: Access) {
  return async (c: Context<ApiEnv>, next: Next): Promise<void> => {
    const { role } = c.get('caller');
    if (!isAllowed(role, access)) throw role === null ? ApiError.unauthorised() : ApiError.forbidden();
    await next();
  };
}

/**
 * Defines a route with who may use it, which is enforced before its input is read and stands in the OpenAPI document as `x-access`. All routes answer errors with the same body, which their type leaves out: a client reads it where `ok` is false.
 */
export function apiRoute<P extends string, R extends Omit<RouteConfig, 'path'> & { path: P }>(
  access: Access,
  config: R,
): ReturnType<typeof createRoute<P, R>> {
  const guarded = {
    ...config,
    'x-access': access,
    middleware: [gate(access)],
    responses: { ...config.responses, default: errorResponse },
  };
  // The gate and the error body are left out of the type: the one adds nothing to a handler's context, the other is thrown.
  return createRoute(guarded) as unknown as ReturnType<typeof createRoute<P, R>>;
}
