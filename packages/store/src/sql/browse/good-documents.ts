import type { Kysely } from 'kysely';
import { marksMask } from '../../browse/sample-marks.js';
import { DocumentSet } from '../../document-set.js';
import type { Tables } from '../tables.js';
import { CHUNK_SIZE } from './chunk-data.js';
import { MARKS, STORED } from './chunk-tables.js';
import { readChunks } from './read-chunks.js';

const FAILED = marksMask(['failed']);

/** Documents of a task that are stored and did not fail: from a byte each, without a look at the samples. */
export async function goodDocuments(db: Kysely<Tables>, runTaskId: number): Promise<DocumentSet> {
  const documents = new DocumentSet();
  for await (const stored of readChunks(db, { runTaskIds: [runTaskId], columns: [MARKS] })) {
    const first = stored.chunk * CHUNK_SIZE;
    for (const [at, mark] of stored.data(runTaskId, MARKS).entries()) {
      if ((mark & (STORED | FAILED)) === STORED) documents.add(first + at);
    }
  }
  return documents;
}
