import type { Run, Store } from '@understudy/store';

/** What a list says of a run beside what is stored with it. */
export interface RunTally {
  /** Leaf tasks in the order of the run. */
  readonly tasks: readonly string[];
  readonly documents: { readonly expected: number; readonly stored: number; readonly failed: number };
}

/** Runs whose process told how they ended; of others nothing says whether they went on and were killed meanwhile. */
const ENDED: ReadonlySet<Run['status']> = new Set(['finished', 'stopped', 'failed']);

/** Counts tasks and documents of runs. Of those that have ended the counts are kept: they change only with a further session. */
export class RunTallies {
  readonly #store: Store;
  readonly #kept = new Map<string, { readonly stamp: string; readonly tally: RunTally }>();

  constructor(store: Store) {
    this.#store = store;
  }

  async of(run: Run): Promise<RunTally> {
    const stamp = `${run.status} ${run.sessions.length}`;
    const kept = this.#kept.get(run.id);
    if (kept?.stamp === stamp && ENDED.has(run.status)) return kept.tally;
    const tally = await this.#count(run.id);
    this.#kept.set(run.id, { stamp, tally });
    return tally;
  }

  async #count(runId: string): Promise<RunTally> {
    const { tasks } = await this.#store.progressOf(runId);
    return {
      tasks: tasks.map(({ task }) => task),
      documents: {
        expected: tasks.reduce((sum, { expected }) => sum + expected, 0),
        stored: tasks.reduce((sum, { stored }) => sum + stored, 0),
        failed: tasks.reduce((sum, { failed }) => sum + failed, 0),
      },
    };
  }
}
