import { ApiError } from '../../http/api-error.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

export function ratingsApi(_services: Services) {
  return newApi()
    .openapi(routes.getRatings, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.getHeatmap, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.getLeverage, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.getPower, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.getNonInferiority, () => {
      throw ApiError.notYet();
    });
}
