import type { Measure } from '../json.js';
import { measure } from '../../results/finite.js';
import { findJudge, reportOfJudge } from '../../results/judge-tables.js';
import { voteTable } from '../../results/vote-table.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

const NOTHING: Measure = { value: null, lower: null, upper: null, count: 0 };

/** Judges, and what they are worth. */
export function judgesApi(services: Services) {
  const { store, results } = services;
  return newApi()
    .openapi(routes.listJudges, async (c) => c.json({ judges: await store.listJudges() }, 200))
    .openapi(routes.getJudge, async (c) => {
      const { id } = c.req.valid('param');
      const judge = await findJudge(id, services);
      const body = await results.get(`judge ${id}`, async () => {
        const { bias } = await reportOfJudge(id, await voteTable({}, services), services);
        const { counts, position, length, humans } = bias;
        return {
          judge,
          judgements: counts.judgements,
          states: counts.states,
          firstPosition: position === undefined ? NOTHING : measure(position.firstShare),
          inconsistency: position === undefined ? NOTHING : measure(position.inconsistency),
          longerPreferred: measure(length.longerShare),
          humanAgreement: humans === undefined ? null : measure(humans.exact),
          costPer1000: counts.costPer1000,
        };
      });
      return c.json(body, 200);
    });
}
