import { textTable } from '../text-table.js';
import type { RequestRow } from './compare-all-requests.js';
import { rowLabel } from './row-label.js';

/** A fixture's row over all its leaf tasks. */
export interface RequestSummary {
  readonly documents: number;
  readonly requests: number;
  readonly equalDocuments: number;
  /** One line a leaf task that differs or could not be compared. */
  readonly problems: readonly string[];
}

export function summariseRequests({ tasks }: RequestRow): RequestSummary {
  let [requests, equalDocuments, documents] = [0, 0, 0];
  const problems: string[] = [];
  for (const task of tasks) {
    documents += task.documents;
    if ('error' in task) {
      problems.push(`${task.task}: ${task.error}`);
      continue;
    }
    requests += task.requests;
    equalDocuments += task.equalDocuments;
    if (task.differing.length > 0) {
      problems.push(`${task.task}: ${task.differing.join(', ')} (first: ${task.firstDifference ?? 'unknown'})`);
    }
  }
  return { documents, requests, equalDocuments, problems };
}

/** The requests of all rows as a table; what differs is told below it. */
export function requestReport(rows: readonly RequestRow[]): string {
  const summaries = rows.map((row) => ({ row, summary: summariseRequests(row) }));
  const table = textTable({
    head: ['task', 'shots', 'prompt', 'rows', 'requests', 'equal rows'],
    rows: summaries.map(({ row, summary }) => [
      ...rowLabel(row.row),
      String(summary.documents),
      String(summary.requests),
      String(summary.equalDocuments),
    ]),
    right: [1, 3, 4, 5],
  });
  const problems = summaries.flatMap(({ row, summary }) =>
    summary.problems.map((problem) => `${rowLabel(row.row).join(' ')}: ${problem}`),
  );
  return [table, ...problems].join('\n');
}
