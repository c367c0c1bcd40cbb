import type { Hono } from 'hono';
import type { ApiEnv } from './api/api-env.js';
import { PUBLISHER } from './publish/publisher.js';

/** What takes seconds when it is first asked for, with thousands of results. */
const REQUESTS = ['/api/leaderboard', '/api/overview', '/api/catalog/capabilities'];

/** Asks for it before anybody does, so that the first visitor does not wait. Others are answered meanwhile. Never rejects: errors are told as those of any request are. */
export async function warmUp(app: Hono<ApiEnv>): Promise<void> {
  for (const request of REQUESTS) {
    const response = await app.request(request, { headers: { 'Accept-Encoding': 'gzip' } }, { caller: PUBLISHER });
    await response.arrayBuffer();
  }
}
