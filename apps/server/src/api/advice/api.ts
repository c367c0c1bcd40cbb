import { parseNeeds } from '@understudy/advise';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import { AdviceCache } from './advice-cache.js';
import * as routes from './routes.js';

/** Which model can stand in for which. */
export function adviceApi(services: Services) {
  const cache = new AdviceCache(services);
  return newApi().openapi(routes.getAdvice, async (c) =>
    c.json(await cache.adviceFor(parseNeeds(c.req.valid('query')), c.get('caller')), 200),
  );
}
