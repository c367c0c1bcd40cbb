import { openStore } from '../open-store.js';

// Program for tests: `read-samples.js DATABASE RUN AFTER` reads the samples of arc_easy after a document, and all of
// its scores, and prints how many.
const [path = '', runId = '', after = '-1'] = process.argv.slice(2);
await using store = await openStore({ path });
let samples = 0;
let scores = 0;
for await (const sample of store.samples(runId, 'arc_easy', { after: Number(after) }))
  samples += Number(sample.responses.length > 0);
for await (const score of store.scores(runId, 'arc_easy')) scores += Number(score.outcomes.length > 0);
process.stdout.write(`${samples} ${scores}\n`);
