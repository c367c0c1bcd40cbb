import { openArenaStore } from '../open-arena-store.js';
import { makeAnnotator, makeNext, makeVote } from './make-arena.js';
import { placeOf } from './place-of.js';

// Program for tests: `cast-votes.js PATH-OR-URL ANNOTATOR COUNT` votes in the study `study` as a new annotator, at most COUNT times, and
// prints the id of each vote once it is acknowledged.
const [address = '', annotator = '', count = '0'] = process.argv.slice(2);
await using store = await openArenaStore(placeOf(address));
await store.putAnnotator(makeAnnotator(annotator));
for (let number = 0; number < Number(count); number += 1) {
  const id = `${annotator}-${number}`;
  if ((await store.nextItem(makeNext(annotator, id))) === undefined) break;
  const { vote } = await store.castVote(makeVote(annotator, id));
  process.stdout.write(`${vote.id}\n`);
}
