import { ApiError } from '../../http/api-error.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

export function keysApi() {
  return newApi()
    .openapi(routes.listKeys, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.createKey, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.revokeKey, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.listAudit, () => {
      throw ApiError.notYet();
    });
}
