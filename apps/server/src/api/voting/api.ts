import { ApiError } from '../../http/api-error.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

export function votingApi() {
  return newApi()
    .openapi(routes.nextAssignment, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.castVote, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.undoVote, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.withdrawVote, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.revealVote, () => {
      throw ApiError.notYet();
    })
    .openapi(routes.addVoteEvent, () => {
      throw ApiError.notYet();
    });
}
