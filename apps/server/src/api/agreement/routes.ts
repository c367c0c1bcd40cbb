import { apiRoute } from '../api-route.js';
import { answers } from '../json.js';
import { AgreementBody, AgreementQuery } from './schema.js';

/** How well people, judges, and people and judges agree. */
export const getAgreement = apiRoute('viewer', {
  method: 'get',
  path: '/api/agreement',
  request: { query: AgreementQuery },
  responses: answers(AgreementBody),
});
