import type { JobInput, JobName } from './jobs/jobs.js';
import type { SentError } from './sent-error.js';

/** What the worker is asked; one job at a time. */
export interface JobRequest {
  readonly name: JobName;
  readonly input: JobInput<JobName>;
}

/** What it answers. */
export type JobResponse = { readonly output: unknown } | { readonly error: SentError };
