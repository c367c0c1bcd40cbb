import { ApiError } from '../../http/api-error.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

export function pairsApi() {
  return newApi().openapi(routes.getPair, () => {
    throw ApiError.notYet();
  });
}
