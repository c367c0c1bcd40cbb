import { openStore } from '../open-store.js';
import { makeRun, makeSample, makeTask } from './make-run.js';
import { placeOf } from './place-of.js';

// Program for tests: `append-batches.js PATH-OR-URL COUNT` begins a run, prints its id, appends COUNT batches of ten
// samples, and prints the number of each once it is committed.
const [address = '', count = '0'] = process.argv.slice(2);
await using store = await openStore(placeOf(address));
const { id } = await store.createRun(makeRun());
await store.addTask(id, makeTask());
process.stdout.write(`${id}\n`);
for (let batch = 0; batch < Number(count); batch += 1) {
  const samples = Array.from({ length: 10 }, (_, index) => makeSample(batch * 10 + index));
  await store.appendBatch({ runId: id, samples, responses: [] });
  process.stdout.write(`${batch}\n`);
}
