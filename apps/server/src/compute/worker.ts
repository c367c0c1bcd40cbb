import { parentPort } from 'node:worker_threads';
import { answerJob } from './answer-job.js';
import type { JobRequest, WorkerMessage } from './messages.js';

// The entry of the thread of `ComputeWorker`.
parentPort?.on('message', (request: JobRequest) => {
  parentPort?.postMessage({ begun: true } satisfies WorkerMessage);
  parentPort?.postMessage(answerJob(request) satisfies WorkerMessage);
});
