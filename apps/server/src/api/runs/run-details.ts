import type { z } from '@hono/zod-openapi';
import type { Run } from '@understudy/store';
import type { RunTally } from '../../runs/run-tally.js';
import type { Services } from '../../services.js';
import { RunModels } from '@understudy/evidence';
import { runBody } from './run-body.js';
import type { RunDetails } from './schema.js';

/** All that is stored of a run but its samples. */
export async function runDetails(
  run: Run,
  tally: RunTally,
  { catalog, now }: Services,
): Promise<z.infer<typeof RunDetails>> {
  const models = new RunModels(await catalog());
  const { fingerprint, seed, engine, settings, command, sessions } = run;
  return {
    run: runBody(run, { tally, models, now: now() }),
    fingerprint,
    seed,
    engine,
    settings,
    command,
    sessions: sessions.map(({ status, endedAt, elapsedMs, error }) => ({
      status,
      endedAt,
      elapsedMs,
      error: error ?? null,
    })),
  };
}
