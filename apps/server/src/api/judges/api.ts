import { ApiError } from '../../http/api-error.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

export function judgesApi(_services: Services) {
  return newApi()
    .openapi(routes.listJudges, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.getJudge, () => {
      throw ApiError.notYet();
    });
}
