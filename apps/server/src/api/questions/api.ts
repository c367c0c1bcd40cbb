import { ApiError } from '../../http/api-error.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

export function questionsApi() {
  return newApi()
    .openapi(routes.listQuestionSets, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.getQuestionSet, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.listModels, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.listAnswers, () => {
      throw ApiError.notYet();
    });
}
