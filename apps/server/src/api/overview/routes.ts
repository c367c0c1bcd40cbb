import { apiRoute } from '../api-route.js';
import { answers } from '../json.js';
import { OverviewBody } from './schema.js';

/** How much there is of everything. */
export const getOverview = apiRoute('viewer', {
  method: 'get',
  path: '/api/overview',
  responses: answers(OverviewBody),
});
