import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { identify } from './access/identify.js';
import type { ApiEnv } from './api/api-env.js';
import { assembleApi } from './api/assemble-api.js';
import { answerError } from './http/answer-error.js';
import { ApiError } from './http/api-error.js';
import { checkHost } from './http/check-host.js';
import { checkOrigin } from './http/check-origin.js';
import { keepUnchanged } from './http/keep-unchanged.js';
import { limitBody } from './http/limit-body.js';
import { onePerTurn } from './http/one-per-turn.js';
import { securityHeaders } from './http/security-headers.js';
import { makeServices } from './make-services.js';
import type { AppOptions } from './services.js';
import { serveSite } from './site/serve-site.js';

/** Results are large and have no secrets in them; what has a token in it is not compressed. */
const COMPRESSED = [
  '/api/catalog/*',
  '/api/ratings',
  '/api/heatmap',
  '/api/pairs',
  '/api/export',
  '/api/question-sets/*',
  '/api/run-comparison/*',
  '/api/runs/*',
  '/api/openapi.json',
];

/** The whole server, without a socket: pages and API. */
export function createApp(options: AppOptions): Hono<ApiEnv> {
  const services = makeServices(options);
  const app = new Hono<ApiEnv>();
  app.onError((error, c) => answerError(error, c, services.onError));
  app.use(securityHeaders);
  app.use(checkHost(services.access));
  app.use('/api/*', onePerTurn(), checkOrigin(services.access), limitBody(services.limits), identify(services));
  for (const path of COMPRESSED) app.use(path, compress());
  app.use('/api/catalog/*', keepUnchanged());
  const api = assembleApi(services);
  const { version } = services;
  app.get('/api/openapi.json', (c) =>
    c.json(api.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Understudy', version } })),
  );
  app.route('/', api);
  app.all('/api/*', () => {
    throw ApiError.notFound('address');
  });
  app.all('*', serveSite(options.site));
  return app;
}
