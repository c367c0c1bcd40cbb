import type { SampleResponse } from '@understudy/store';
import type { TaskResponse } from '@understudy/tasks';

/** A stored response in the form of the reference harness, which filters and metrics take and its files show. */
export function toTaskResponse(response: Exclude<SampleResponse, { kind: 'error' }>): TaskResponse {
  switch (response.kind) {
    case 'loglikelihood':
      return [response.logProbability, response.isGreedy];
    case 'rolling':
      return response.logProbability;
    case 'generate':
      return response.text;
    default:
      return response satisfies never;
  }
}
