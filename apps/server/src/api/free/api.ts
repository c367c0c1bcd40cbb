import { ApiError } from '../../http/api-error.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

export function freeApi() {
  return newApi()
    .openapi(routes.addTurn, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.streamTurn, () => {
      throw ApiError.notYet();
    });
}
