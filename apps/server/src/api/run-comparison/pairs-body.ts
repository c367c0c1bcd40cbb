import type { PairQuery, Store } from '@understudy/store';
import { excerptOf } from '../runs/excerpt.js';
import { figure } from '../runs/figure.js';
import type { PairsBody } from './schema.js';

/** A page of documents of two runs, each with a line by which a reader knows it again. */
export async function pairsBody(runs: Store, query: PairQuery): Promise<PairsBody> {
  const { rows, previous = null, next = null, before, total } = await runs.browsePairs(query);
  const shown: PairsBody['rows'][number][] = [];
  for (const { docId, secondDocId, first, second, samePrompt } of rows) {
    const sample = await runs.sample(query.firstRun, query.task, docId);
    shown.push({
      docId,
      secondDocId,
      first: figure(first),
      second: figure(second),
      samePrompt,
      excerpt: sample === undefined ? '' : excerptOf(sample),
    });
  }
  return { rows: shown, previous, next, before, total };
}
