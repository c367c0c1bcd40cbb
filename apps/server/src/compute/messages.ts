import type { JobInput, JobName } from './jobs/jobs.js';
import type { SentError } from './sent-error.js';

/** What the worker is asked; one job at a time. */
export interface JobRequest {
  readonly name: JobName;
  readonly input: JobInput<JobName>;
}

/** What a job came to. */
export type JobResponse = { readonly output: unknown } | { readonly error: SentError };

/** What the worker says: that it begins a job, which it does once it has started and loaded its code, and what the job came to. */
export type WorkerMessage = { readonly begun: true } | JobResponse;
