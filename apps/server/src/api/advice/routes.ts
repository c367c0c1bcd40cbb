import { apiRoute } from '../api-route.js';
import { answers } from '../json.js';
import { AdviceBody, AdviceQuery } from './schema.js';

/** Which model can stand in for the reference, for needs. */
export const getAdvice = apiRoute('viewer', {
  method: 'get',
  path: '/api/advice',
  request: { query: AdviceQuery },
  responses: answers(AdviceBody),
});
