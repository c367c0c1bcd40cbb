import { ApiError } from '../../http/api-error.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

export function studiesApi() {
  return newApi()
    .openapi(routes.listStudies, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.createStudy, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.previewPlan, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.getStudy, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.getPlan, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.openStudy, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.closeStudy, () => {
      throw ApiError.notYet();
    });
}
