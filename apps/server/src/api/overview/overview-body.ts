import type { Run } from '@understudy/store';
import type { Services } from '../../services.js';
import { studyStatus } from '../studies/study-body.js';
import type { OverviewBody } from './schema.js';

/** Runs that are listed. */
const NEWEST = 5;

async function countRuns(runs: readonly Run[], { runs: store }: Services): Promise<readonly number[]> {
  const counts: number[] = [];
  // One after the other: all at once would hold the database for as long as the longest listing of samples.
  for (const { id } of runs) {
    const tasks = await store.countSamples(id);
    counts.push([...tasks.values()].reduce((sum, { stored }) => sum + stored, 0));
  }
  return counts;
}

async function countStudies({ store }: Services): Promise<{ readonly studies: number; readonly votes: number }> {
  const studies = (await store.listStudies()).filter((study) => studyStatus(study) !== 'draft');
  const votes = await Promise.all(studies.map(({ id }) => store.countVotes(id)));
  return { studies: studies.length, votes: votes.reduce((sum, count) => sum + count, 0) };
}

/** Counts what there is. */
export async function overviewBody(services: Services): Promise<OverviewBody> {
  const [catalog, board, runs] = await Promise.all([
    services.catalog(),
    services.leaderboard(),
    services.runs.listRuns(),
  ]);
  const samples = await countRuns(runs, services);
  const newest = runs.slice(0, NEWEST).map(async ({ id, model, status, createdAt }, place) => {
    const tasks = (await services.runs.listTasks(id)).map(({ task }) => task);
    return { id, model, status, createdAt, tasks, samples: samples[place] ?? 0 };
  });
  return {
    models: catalog.cards.length,
    measured: board.rows.length,
    tasks: board.columns.length,
    runs: runs.length,
    samples: samples.reduce((sum, count) => sum + count, 0),
    ...(await countStudies(services)),
    newest: await Promise.all(newest),
  };
}
