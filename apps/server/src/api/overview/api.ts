import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import { overviewBody } from './overview-body.js';
import * as routes from './routes.js';

/** How long the counts may lag behind. */
const LAG_MS = 3000;

/** What there is, for the page on which one starts. */
export function overviewApi(services: Services) {
  return newApi().openapi(routes.getOverview, async (c) => {
    const body = await services.results.getLagging('overview', LAG_MS, () => overviewBody(services));
    return c.json(body, 200);
  });
}
