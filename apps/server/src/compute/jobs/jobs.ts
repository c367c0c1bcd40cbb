import { assessStandIns, judgeReport } from '@understudy/arena';
import { explainSample } from '@understudy/evaluate/explain';
import { agreement } from './agreement.js';
import { anomalies } from './anomalies.js';
import { eloOrder } from './elo-order.js';
import { heatMaps } from './heat-maps.js';
import { leverage } from './leverage.js';
import { ratings } from './ratings.js';

/** What takes too long for the thread that serves voters. Input and output are plain data that structured clone copies. */
export const JOBS = {
  agreement,
  anomalies,
  eloOrder,
  explainSample,
  heatMaps,
  judgeReport,
  leverage,
  ratings,
  standIns: assessStandIns,
};

type Jobs = typeof JOBS;

/** Name of a job. */
export type JobName = keyof Jobs;

/** What a job is given. */
export type JobInput<Name extends JobName> = Parameters<Jobs[Name]>[0];

/** What a job gives. */
export type JobOutput<Name extends JobName> = ReturnType<Jobs[Name]>;

/** Does a job. Throws what the job throws. */
export function doJob<Name extends JobName>(name: Name, input: JobInput<Name>): JobOutput<Name> {
  // Name and input belong together, which the union of all jobs does not say.
  const job = JOBS[name] as (input: JobInput<Name>) => JobOutput<Name>;
  return job(input);
}
