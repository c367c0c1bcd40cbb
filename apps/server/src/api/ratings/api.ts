import { heatmapBody } from '../../results/heatmap.js';
import { leverageBody } from '../../results/leverage.js';
import { nonInferiorityBody } from '../../results/non-inferiority.js';
import { powerBody } from '../../results/power.js';
import { ratingsBody } from '../../results/ratings.js';
import { requireVisible } from '../../results/visible-votes.js';
import { voteGroupsBody } from '../../results/vote-groups.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

/** What the votes say of the models. */
export function ratingsApi(services: Services) {
  return newApi()
    .openapi(routes.getRatings, async (c) => {
      const query = c.req.valid('query');
      await requireVisible(query.study, c.get('caller'), services);
      return c.json(await ratingsBody(query, services, c.req.raw.signal), 200);
    })
    .openapi(routes.getVoteGroups, async (c) => {
      const query = c.req.valid('query');
      await requireVisible(query.study, c.get('caller'), services);
      return c.json(await voteGroupsBody(query, services), 200);
    })
    .openapi(routes.getHeatmap, async (c) => {
      const query = c.req.valid('query');
      await requireVisible(query.study, c.get('caller'), services);
      return c.json(await heatmapBody(query, services, c.req.raw.signal), 200);
    })
    .openapi(routes.getLeverage, async (c) => {
      const query = c.req.valid('query');
      await requireVisible(query.study, c.get('caller'), services);
      return c.json(await leverageBody(query, services, c.req.raw.signal), 200);
    })
    .openapi(routes.getPower, (c) => c.json(powerBody(c.req.valid('query')), 200))
    .openapi(routes.getNonInferiority, async (c) => {
      const query = c.req.valid('query');
      await requireVisible(query.study, c.get('caller'), services);
      return c.json(await nonInferiorityBody(query, services, c.req.raw.signal), 200);
    });
}
