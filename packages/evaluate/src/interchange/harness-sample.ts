import type {
  FilteredResponse,
  FilterOutcome,
  MetricValue,
  Sample,
  SampleFlags,
  SampleRequest,
  SampleResponse,
} from '@understudy/store';
import { parseFloatText } from './float-text.js';
import type { HarnessSample, StringLeaves } from './harness-schema.js';
import { rawMembers } from './raw-members.js';
import type { HarnessLine } from './read-harness.js';

/** The harness does not log what these count. */
const UNKNOWN_FLAGS: SampleFlags = {
  truncatedPrompts: 0,
  truncatedAnswers: 0,
  noAnswers: 0,
  ties: 0,
  cachedResponses: 0,
};

/** A line of a samples file as a sample of ours, with the outcomes of its filter and of further ones. */
export function toSample(task: string, { sample, text }: HarnessLine, further: readonly FilterOutcome[]): Sample {
  const requests = Object.values(sample.arguments).map(toRequest);
  return {
    task,
    docId: sample.doc_id,
    failed: false,
    doc: rawMembers(text).get('doc') ?? '{}',
    target: sample.target,
    requests,
    // With `repeats` a request has several responses; the first one stands for them.
    responses: requests.map((request, index) => toResponse(request, sample.resps[index]?.[0] ?? '')),
    outcomes: [toOutcome(sample), ...further],
    flags: UNKNOWN_FLAGS,
    hashes: { doc: sample.doc_hash, prompt: sample.prompt_hash, target: sample.target_hash },
  };
}

/** What a line says of its filter. */
export function toOutcome(sample: HarnessSample): FilterOutcome {
  const requests = Object.values(sample.arguments).map(toRequest);
  return {
    filter: sample.filter,
    metrics: Object.fromEntries(sample.metrics.map((name) => [name, toMetric(sample[name])])),
    filteredResponses: sample.filtered_resps.map((value, index) => toFiltered(requests[index], value)),
  };
}

function toRequest({ arg_0: context, arg_1: second }: HarnessSample['arguments'][string]): SampleRequest {
  if (second === undefined) return { kind: 'rolling', text: context };
  return typeof second === 'string'
    ? { kind: 'loglikelihood', context, continuation: second }
    : { kind: 'generate', context, genKwargs: second };
}

function toResponse(request: SampleRequest, leaves: StringLeaves): SampleResponse {
  const [first, second] = typeof leaves === 'string' ? [leaves] : leaves;
  const text = typeof first === 'string' ? first : JSON.stringify(first);
  switch (request.kind) {
    case 'loglikelihood':
      return { kind: request.kind, logProbability: parseFloatText(text), isGreedy: second === 'True' };
    case 'rolling':
      return { kind: request.kind, logProbability: parseFloatText(text) };
    case 'generate':
      return { kind: request.kind, text };
    default:
      return request satisfies never;
  }
}

function toFiltered(request: SampleRequest | undefined, leaves: StringLeaves): FilteredResponse {
  if (request === undefined || request.kind === 'generate') return leaves;
  const response = toResponse(request, leaves);
  if (response.kind === 'loglikelihood') return [response.logProbability, response.isGreedy];
  return response.kind === 'rolling' ? response.logProbability : leaves;
}

/** Metrics are numbers, pairs of numbers, or a number with numbers; anything else counts as none. */
function toMetric(value: unknown): MetricValue {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (!Array.isArray(value)) return null;
  const [first, second] = value as readonly unknown[];
  if (typeof first !== 'number') return null;
  if (typeof second === 'number') return [first, second];
  return isNumbers(second) ? [first, second] : null;
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}
