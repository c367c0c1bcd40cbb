import { ApiError } from '../../http/api-error.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

export function judgesApi() {
  return newApi()
    .openapi(routes.listJudges, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.getJudge, () => {
      throw ApiError.notYet();
    });
}
