import { BroadcastChannel, parentPort } from 'node:worker_threads';
import { answerJob } from '../compute/answer-job.js';
import type { JobRequest } from '../compute/messages.js';

// The entry of a thread that tells which job it was given, and does it when told to go on, or breaks down when told to: see `HeldJobs`.
const channel = new BroadcastChannel('understudy-held-jobs');
let request: JobRequest | undefined;

parentPort?.on('message', (given: JobRequest) => {
  request = given;
  channel.postMessage(given.name);
});

channel.addEventListener('message', (event) => {
  const order = 'data' in event ? event.data : undefined;
  if (order === 'break') process.exit(7);
  if (order === 'go' && request !== undefined) parentPort?.postMessage(answerJob(request));
});
