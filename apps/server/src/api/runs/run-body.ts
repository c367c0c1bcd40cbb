import { askedNames } from '@understudy/evaluate';
import type { Run } from '@understudy/store';
import type { RunTally } from '../../runs/run-tally.js';
import type { RunModels } from '@understudy/evidence';
import type { RunBody } from './schema.js';

/** What a run is shown with. */
export interface ShownWith {
  readonly tally: RunTally;
  readonly models: RunModels;
  readonly now: number;
}

/** A run as lists show it. */
export function runBody(run: Run, { tally: { tasks, documents }, models, now }: ShownWith): RunBody {
  const { id, model, identity, source, status, createdAt, version } = run;
  return {
    id,
    model,
    ...models.of(run),
    identity,
    source,
    status,
    createdAt,
    endedAt: run.endedAt ?? null,
    elapsedMs: elapsedMs(run, now),
    version,
    asked: askedNames(run, tasks),
    tasks,
    documents,
  };
}

/** A killed process leaves no record of its stretch, and one that goes on has none yet. */
function elapsedMs({ status, sessions, createdAt }: Run, now: number): number {
  if (status === 'running' && sessions.length === 0) return Math.max(0, now - createdAt);
  return sessions.reduce((sum, session) => sum + session.elapsedMs, 0);
}
