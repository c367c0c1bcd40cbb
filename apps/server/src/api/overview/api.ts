import { RunTallies } from '../../runs/run-tally.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import { overviewBody } from './overview-body.js';
import * as routes from './routes.js';

/** How long the counts may lag behind. */
const LAG_MS = 3000;

/** What there is, for the page on which one starts. */
export function overviewApi(services: Services) {
  const tallies = new RunTallies(services.runs);
  return newApi().openapi(routes.getOverview, async (c) => {
    const body = await services.results.getLagging('overview', LAG_MS, () => overviewBody(services, tallies));
    return c.json(body, 200);
  });
}
