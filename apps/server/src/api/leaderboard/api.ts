import type { TypedResponse } from 'hono';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import { answerReady, ReadyBodies } from '../ready-body.js';
import { leaderboardBody } from './leaderboard-body.js';
import * as routes from './routes.js';
import type { LeaderboardBody } from './schema.js';

/** Measured results side by side. A board is written as JSON once, however often it is asked for. */
export function leaderboardApi({ leaderboard, catalog }: Services) {
  const ready = new ReadyBodies();
  return newApi().openapi(routes.getLeaderboard, async (c) => {
    const [board, known] = await Promise.all([leaderboard(), catalog()]);
    const body = ready.of(board, () => leaderboardBody(board, known));
    const response = await answerReady(body, c.req.raw);
    // Its JSON is that of the schema, written before.
    return response as Response & TypedResponse<LeaderboardBody, 200, 'json'>;
  });
}
