import type { Leaderboard } from '@understudy/evidence';
import type { TypedResponse } from 'hono';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import { leaderboardBody } from './leaderboard-body.js';
import { answerReady, readyBody, type ReadyBody } from './ready-body.js';
import * as routes from './routes.js';
import type { LeaderboardBody } from './schema.js';

/** Measured results side by side. A board is written as JSON once, however often it is asked for. */
export function leaderboardApi({ leaderboard }: Services) {
  const ready = new WeakMap<Leaderboard, ReadyBody>();
  const bodyOf = (board: Leaderboard): ReadyBody => {
    const known = ready.get(board);
    if (known !== undefined) return known;
    const made = readyBody(leaderboardBody(board));
    ready.set(board, made);
    return made;
  };
  return newApi().openapi(routes.getLeaderboard, async (c) => {
    const response = await answerReady(bodyOf(await leaderboard()), c.req.raw);
    // Its JSON is that of the schema, written before.
    return response as Response & TypedResponse<LeaderboardBody, 200, 'json'>;
  });
}
