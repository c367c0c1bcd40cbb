import type { ExplainSampleInput, SampleExplanation } from '@understudy/evaluate/explain';
import type { Compute } from '../../compute/compute.js';
import { ApiError } from '../../http/api-error.js';

const PROBLEM =
  'Running the filters again takes too long: their regular expressions do not come to an end on this text.';

/** Why a sample was marked so. Filters are the task's own; where they take too long the rest is explained without their steps. */
export async function explained(
  compute: Compute,
  input: ExplainSampleInput,
  signal: AbortSignal,
): Promise<SampleExplanation> {
  try {
    return await compute.run('explainSample', input, signal);
  } catch (error) {
    if (!(error instanceof ApiError) || error.details.code !== 'compute-too-long') throw error;
    return compute.run('explainSample', { ...input, filtersProblem: PROBLEM }, signal);
  }
}
