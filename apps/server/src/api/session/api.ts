import { ApiError } from '../../http/api-error.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

export function sessionApi() {
  return newApi()
    .openapi(routes.getSession, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.createSession, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.deleteSession, () => {
      throw ApiError.notYet();
    });
}
