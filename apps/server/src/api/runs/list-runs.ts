import type { Catalog } from '@understudy/catalog';
import type { Run, Store } from '@understudy/store';
import type { RunTallies } from '../../runs/run-tally.js';
import { nextTurn } from '../../runs/next-turn.js';
import { RunModels } from '@understudy/evidence';
import { runBody } from './run-body.js';
import type { RunBody } from './schema.js';

/** Which runs. */
export interface RunFilter {
  /** The name by which a model is shown, or the spec that a run was given. */
  readonly model?: string | undefined;
  /** A task, or a group that was asked for. */
  readonly task?: string | undefined;
  readonly status?: Run['status'] | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

/** A page of runs. */
export interface RunPage {
  readonly runs: readonly RunBody[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly models: readonly string[];
  readonly tasks: readonly string[];
}

/** What pages of runs are made from. */
export interface RunSources {
  readonly runs: Store;
  readonly tallies: RunTallies;
  readonly catalog: () => Promise<Catalog>;
  readonly now: () => number;
}

const RUNS_A_TURN = 50;

/** Runs that fit, the newest first, and what one can choose from. */
export async function listRuns(filter: RunFilter, { runs, tallies, catalog, now }: RunSources): Promise<RunPage> {
  const all: RunBody[] = [];
  const models = new RunModels(await catalog());
  for (const [place, run] of (await runs.listRuns()).entries()) {
    all.push(runBody(run, { tally: await tallies.of(run), models, now: now() }));
    if (place % RUNS_A_TURN === RUNS_A_TURN - 1) await nextTurn();
  }
  const fitting = all.filter(
    ({ model, name, asked, tasks, status }) =>
      (filter.model === undefined || name === filter.model || model === filter.model) &&
      (filter.task === undefined || tasks.includes(filter.task) || asked.includes(filter.task)) &&
      (filter.status === undefined || status === filter.status),
  );
  const start = filter.before === undefined ? 0 : fitting.findIndex(({ id }) => id === filter.before) + 1;
  return {
    runs: fitting.slice(start, start + filter.limit),
    total: fitting.length,
    hasMore: start + filter.limit < fitting.length,
    models: [...new Set(all.map(({ name }) => name))].toSorted((a, b) => a.localeCompare(b, 'en')),
    tasks: [...new Set(all.flatMap(({ asked, tasks }) => [...asked, ...tasks]))].toSorted(),
  };
}
