import { Readable } from 'node:stream';
import { audit } from '../../audit.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import { exportFile } from './export-file.js';
import { importFile } from './import-file.js';
import * as routes from './routes.js';

/** Pieces are sent together up to so many characters: a chunk a vote would be slow. */
const CHUNK = 64 * 1024;

async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length < CHUNK) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}

/** Votes come in and go out as files. */
export function exchangeApi(services: Services) {
  return newApi()
    .openapi(routes.importVotes, async (c) => {
      const outcome = await importFile(c.req.valid('json'), services);
      const { studyId, votes, isNew } = outcome;
      if (isNew)
        await audit(services, c.get('caller'), { action: 'votes-import', target: studyId, details: { votes } });
      return c.json(outcome, 200);
    })
    .openapi(routes.exportVotes, async (c) => {
      const { study, format } = c.req.valid('query');
      await services.store.getStudy(study);
      const { type, name, pieces } = exportFile(study, format, services);
      const stream = Readable.toWeb(Readable.from(inChunks(pieces))) as ReadableStream<Uint8Array>;
      return c.body(stream, 200, { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` });
    });
}
