import { ApiError } from '../../http/api-error.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

export function annotatorsApi() {
  return newApi()
    .openapi(routes.listAnnotators, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.inviteAnnotator, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.auditAnnotator, () => {
      throw ApiError.notYet();
    });
}
