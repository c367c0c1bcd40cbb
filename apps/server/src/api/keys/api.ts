import { ApiError } from '../../http/api-error.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

export function keysApi(_services: Services) {
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
