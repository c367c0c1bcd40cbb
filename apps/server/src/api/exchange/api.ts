import { ApiError } from '../../http/api-error.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

export function exchangeApi(_services: Services) {
  return newApi()
    .openapi(routes.importVotes, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.exportVotes, () => {
      throw ApiError.notYet();
    });
}
