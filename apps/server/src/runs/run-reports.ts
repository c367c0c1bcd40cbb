import { reportFromResults, reportRun, type RunReport } from '@understudy/evaluate';
import type { Run, Store } from '@understudy/store';
import { PiecewiseReader } from './piecewise-reader.js';

/** Reports that are kept: of the runs that were asked for last. */
const KEPT = 50;

/**
 * What runs come to. Of a run that has ended the results are kept in the store, where they are there; else its samples are read, once for
 * all who ask meanwhile. Bootstrap standard errors are left out of the latter, as they take long: intervals do not need them.
 */
export class RunReports {
  readonly #store: Store;
  readonly #kept = new Map<string, { readonly stamp: string; readonly report: Promise<RunReport> }>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The report; `stored` counts the samples so far. */
  of(run: Run, { stored, failed }: { readonly stored: number; readonly failed: number }): Promise<RunReport> {
    const stamp = `${run.status} ${run.sessions.length} ${stored} ${failed}`;
    const kept = this.#kept.get(run.id);
    if (kept?.stamp === stamp) return kept.report;
    const report = this.#make(run);
    this.#kept.delete(run.id);
    this.#kept.set(run.id, { stamp, report });
    // What failed is asked again.
    report.catch(() => this.#kept.delete(run.id));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return report;
  }

  async #make(run: Run): Promise<RunReport> {
    const [tasks, results] = [await this.#store.listTasks(run.id), await this.#store.results({ runIds: [run.id] })];
    const fromResults = reportFromResults(run, tasks, results);
    return fromResults ?? reportRun(new PiecewiseReader(this.#store), run.id, { bootstrapIterations: 0 });
  }
}
