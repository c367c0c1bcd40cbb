import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Far more than a processor's caches hold. */
const BYTES = 2 ** 29;
const ROUNDS = 5;

/** Looks for a byte that is not there: C's `memchr`, which reads and does nothing else worth naming. */
const READER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const bytes = Buffer.alloc(workerData.bytes, 1);
  parentPort.on('message', () => {
    bytes.indexOf(2);
    parentPort.postMessage('read');
  });
  parentPort.postMessage('ready');
`;

/** 10⁹ bytes a second that all cores together read from memory: the best of some rounds. */
export async function memoryBandwidth(): Promise<number> {
  const readers = Array.from({ length: availableParallelism() }, () => {
    return new Worker(READER, { eval: true, workerData: { bytes: BYTES } });
  });
  await Promise.all(readers.map(answer));
  let best = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now();
    const answers = readers.map(answer);
    for (const reader of readers) reader.postMessage('read');
    await Promise.all(answers);
    best = Math.max(best, (readers.length * BYTES) / (performance.now() - startedAt) / 1e6);
  }
  await Promise.all(readers.map((reader) => reader.terminate()));
  return best;
}

function answer(reader: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    reader.once('message', () => resolve());
    reader.once('error', reject);
  });
}
