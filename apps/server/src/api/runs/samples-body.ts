import { marksOf, type SampleQuery, type Store } from '@understudy/store';
import { excerptOf } from './excerpt.js';
import { figure } from './figure.js';
import type { SamplesBody, SamplesQuery } from './samples-schema.js';

/** What a request says of samples, as the store is asked. */
export function sampleQuery(runId: string, task: string, query: SamplesQuery): SampleQuery {
  const { column, least, largest, marks, sort, direction } = query;
  return {
    runId,
    task,
    range: column === undefined ? undefined : { column, least, largest },
    marks: marks?.length === 0 ? undefined : marks,
    sort: sort === undefined ? undefined : { column: sort, direction },
  };
}

/** A page of samples, each with a line by which a reader knows it again. */
export async function samplesBody(runs: Store, query: SampleQuery): Promise<SamplesBody> {
  const { rows, previous = null, next = null, before, total } = await runs.browseSamples(query);
  const shown: SamplesBody['rows'][number][] = [];
  for (const row of rows) {
    const sample = await runs.sample(query.runId, query.task, row.docId);
    shown.push({
      docId: row.docId,
      failed: row.failed,
      marks: marksOf(row),
      values: Object.fromEntries(Object.entries(row.values).map(([name, value]) => [name, figure(value)])),
      excerpt: sample === undefined ? '' : excerptOf(sample),
    });
  }
  return { rows: shown, previous, next, before, total };
}
