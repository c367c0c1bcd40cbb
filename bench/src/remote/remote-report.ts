import { textTable } from '../text-table.js';
import type { RemoteRun } from './contestant.js';

/** The runs of one contestant at one size, or why there are none. */
export interface RemoteResult {
  readonly contestant: string;
  readonly requests: number;
  readonly runs: readonly RemoteRun[];
  /** Set when it failed. */
  readonly failure?: string | undefined;
}

/** The run in the middle by time. */
export function medianRun({ runs }: RemoteResult): RemoteRun | undefined {
  return runs.toSorted((a, b) => a.wholeMs - b.wholeMs)[Math.floor((runs.length - 1) / 2)];
}

/** Requests a second of the whole command. */
export function wholeRate({ requests, wholeMs }: RemoteRun): number {
  return (1000 * requests) / wholeMs;
}

/** One line a contestant and size. */
export function remoteTable(title: string, results: readonly RemoteResult[]): string {
  const rows = results.map((result) => {
    const run = medianRun(result);
    if (run === undefined) return [result.contestant, String(result.requests), result.failure ?? '', '', '', ''];
    return [
      result.contestant,
      result.requests.toLocaleString('en'),
      (run.wholeMs / 1000).toFixed(1),
      wholeRate(run).toFixed(0),
      run.insideMs === undefined ? '' : ((1000 * run.requests) / run.insideMs).toFixed(0),
      run.peakBytes === undefined ? '' : (run.peakBytes / 1e6).toFixed(0),
    ];
  });
  const head = [title, 'requests', 'whole s', 'requests/s', 'inside the model/s', 'peak MB'];
  return textTable({ head, rows, right: [1, 2, 3, 4, 5], maxWidths: [undefined, undefined, 60] });
}
