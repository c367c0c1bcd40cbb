import { ApiError } from '../../http/api-error.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

export function snapshotsApi(_services: Services) {
  return newApi()
    .openapi(routes.createSnapshot, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.listSnapshots, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.getSnapshot, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.diffSnapshots, () => {
      throw ApiError.notYet();
    });
}
