import { agreementBody } from '../../results/agreement.js';
import { requireVisible } from '../../results/visible-votes.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

/** How far raters agree; only admins read their pseudonyms. */
export function agreementApi(services: Services) {
  return newApi().openapi(routes.getAgreement, async (c) => {
    const query = c.req.valid('query');
    const caller = c.get('caller');
    await requireVisible(query.study, caller, services);
    const body = await agreementBody(query, services, c.req.raw.signal);
    if (caller.role !== 'admin') {
      return c.json({ ...body, raters: body.raters.map((one, at) => ({ ...one, rater: String(at + 1) })) }, 200);
    }
    const names = new Map((await services.store.listAnnotators()).map(({ id, pseudonym }) => [id, pseudonym]));
    const raters = body.raters.map((one) => ({ ...one, rater: names.get(one.rater) ?? one.rater }));
    return c.json({ ...body, raters }, 200);
  });
}
