import { ApiError } from '../../http/api-error.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

export function agreementApi() {
  return newApi().openapi(routes.getAgreement, () => {
    throw ApiError.notYet();
  });
}
