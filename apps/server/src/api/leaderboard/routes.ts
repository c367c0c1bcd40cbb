import { apiRoute } from '../api-route.js';
import { answers } from '../json.js';
import { LeaderboardBody } from './schema.js';

/** Measured results of all models, side by side. */
export const getLeaderboard = apiRoute('viewer', {
  method: 'get',
  path: '/api/leaderboard',
  responses: answers(LeaderboardBody),
});
