import type { Run } from '@understudy/store';
import { nextTurn } from '../../runs/next-turn.js';
import type { RunTallies, RunTally } from '../../runs/run-tally.js';
import type { Services } from '../../services.js';
import { askedNames } from '@understudy/evaluate';
import { RunModels } from '@understudy/evidence';
import { studyStatus } from '../studies/study-body.js';
import type { OverviewBody } from './schema.js';

/** Runs that are listed. */
const NEWEST = 5;

/** Runs after which others get a turn. */
const RUNS_A_TURN = 50;

async function talliesOf(runs: readonly Run[], tallies: RunTallies): Promise<readonly RunTally[]> {
  const found: RunTally[] = [];
  for (const run of runs) {
    found.push(await tallies.of(run));
    if (found.length % RUNS_A_TURN === 0) await nextTurn();
  }
  return found;
}

async function countStudies({ store }: Services): Promise<{ readonly studies: number; readonly votes: number }> {
  const studies = (await store.listStudies()).filter((study) => studyStatus(study) !== 'draft');
  const votes = await Promise.all(studies.map(({ id }) => store.countVotes(id)));
  return { studies: studies.length, votes: votes.reduce((sum, count) => sum + count, 0) };
}

/** Counts what there is. */
export async function overviewBody(services: Services, tallies: RunTallies): Promise<OverviewBody> {
  const [catalog, board, runs] = await Promise.all([
    services.catalog(),
    services.leaderboard(),
    services.runs.listRuns(),
  ]);
  const models = new RunModels(catalog);
  const counted = await talliesOf(runs, tallies);
  const newest = runs.slice(0, NEWEST).map((run, place) => ({
    id: run.id,
    model: run.model,
    ...models.of(run),
    status: run.status,
    createdAt: run.createdAt,
    tasks: askedNames(run, counted[place]?.tasks ?? []),
    samples: counted[place]?.documents.stored ?? 0,
  }));
  return {
    models: catalog.cards.length,
    measured: board.rows.length,
    tasks: board.columns.length,
    runs: runs.length,
    samples: counted.reduce((sum, { documents }) => sum + documents.stored, 0),
    ...(await countStudies(services)),
    newest,
  };
}
