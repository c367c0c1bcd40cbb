import { doJob, type JobInput, type JobName, type JobOutput } from './jobs/jobs.js';

/** Does jobs somewhere. */
export interface Compute {
  /**
   * Does a job. One that waits when the signal aborts is dropped: the promise then rejects with the signal's reason. Throws what the job throws;
   * `ApiError` 503 where too many jobs wait, 500 where the computation broke down.
   */
  readonly run: <Name extends JobName>(
    name: Name,
    input: JobInput<Name>,
    signal?: AbortSignal,
  ) => Promise<JobOutput<Name>>;
}

/** Does jobs on the thread that asks, which serves nobody meanwhile: for servers of one request at a time. */
export const HERE: Compute = {
  run: async (name, input, signal) => {
    signal?.throwIfAborted();
    return doJob(name, input);
  },
};
