import { doJob } from './jobs/jobs.js';
import type { JobRequest, JobResponse } from './messages.js';
import { toSentError } from './sent-error.js';

/** Does what was asked; an error is an answer too. */
export function answerJob({ name, input }: JobRequest): JobResponse {
  try {
    return { output: doJob(name, input) };
  } catch (error) {
    return { error: toSentError(error) };
  }
}
