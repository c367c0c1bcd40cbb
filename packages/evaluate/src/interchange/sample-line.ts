import { floatRepr, pythonJson, pythonStr, type PythonShape, type PythonValue } from '@understudy/tasks';
import type {
  FilteredResponse,
  FilterOutcome,
  MetricValue,
  Sample,
  SampleRequest,
  SampleResponse,
} from '@understudy/store';

const FLOAT: PythonShape = { kind: 'float' };
const FLOATS: PythonShape = { kind: 'list', item: FLOAT };

/** Generation arguments that are floats in Python however they are written. */
const FLOAT_ARGUMENTS = new Set(['temperature', 'top_p', 'min_p', 'repetition_penalty']);

/**
 * A sample under one filter as a line of the reference harness's `samples_*.jsonl` (lm-evaluation-harness 0.4.12), without the line
 * break: its keys and their order, its separators, every leaf of the responses as Python's `str`.
 */
export function sampleLine(sample: Sample, outcome: FilterOutcome): string {
  const { hashes } = sample;
  const members: readonly (readonly [string, string])[] = [
    ['doc_id', String(sample.docId)],
    ['doc', sample.doc],
    ['target', JSON.stringify(sample.target)],
    ['arguments', object(sample.requests.map((request, index) => [`gen_args_${index}`, requestArguments(request)]))],
    ['resps', list(sample.responses.map((response) => list([responseText(response)])))],
    ['filtered_resps', list(outcome.filteredResponses.map(filteredText))],
    ['filter', JSON.stringify(outcome.filter)],
    ['metrics', list(Object.keys(outcome.metrics).map((name) => JSON.stringify(name)))],
    ['doc_hash', JSON.stringify(hashes.doc)],
    ['prompt_hash', JSON.stringify(hashes.prompt)],
    ['target_hash', JSON.stringify(hashes.target)],
    ...Object.entries(outcome.metrics).map(([name, value]) => [name, metricText(name, value, sample)] as const),
    // A key of ours: the reference harness keeps nothing of what an answer cost.
    ...(sample.service === undefined ? [] : [['understudy_service', JSON.stringify(sample.service)] as const]),
  ];
  return object(members);
}

function requestArguments(request: SampleRequest): string {
  switch (request.kind) {
    case 'loglikelihood':
      return object([
        ['arg_0', JSON.stringify(request.context)],
        ['arg_1', JSON.stringify(request.continuation)],
      ]);
    case 'rolling':
      return object([['arg_0', JSON.stringify(request.text)]]);
    case 'generate':
      return object([
        ['arg_0', JSON.stringify(request.context)],
        ['arg_1', generationText(request.genKwargs)],
      ]);
    default:
      return request satisfies never;
  }
}

function generationText(genKwargs: Readonly<Record<string, unknown>>): string {
  const fields = Object.keys(genKwargs).map((name): { name: string; shape: PythonShape } => {
    return { name, shape: FLOAT_ARGUMENTS.has(name) ? FLOAT : { kind: 'other' } };
  });
  // What came from a task file or the command line is made of JSON's values.
  return pythonJson(genKwargs as PythonValue, { shape: { kind: 'dict', fields } });
}

function responseText(response: SampleResponse): string {
  switch (response.kind) {
    case 'loglikelihood':
      return filteredText([response.logProbability, response.isGreedy]);
    case 'rolling':
      return filteredText(response.logProbability);
    case 'generate':
      return filteredText(response.text);
    case 'error':
      return filteredText('');
    default:
      return response satisfies never;
  }
}

function filteredText(value: FilteredResponse): string {
  if (typeof value === 'number') return JSON.stringify(floatRepr(value));
  if (value === null || typeof value !== 'object') return JSON.stringify(pythonStr(value));
  return list(value.map(filteredText));
}

/**
 * A metric as the reference harness leaves it: floats, but `int(is_greedy)` for the accuracy of a single log-likelihood and for exact
 * match among choices; pairs of log-likelihood and count, of classes, or of a class and probabilities.
 */
function metricText(name: string, value: MetricValue, { requests }: Sample): string {
  if (value === null) return 'null';
  if (typeof value === 'number')
    return isWhole(name, value, requests) ? String(value) : pythonJson(value, { shape: FLOAT });
  const [first, second] = value;
  if (typeof second !== 'number') return list([String(first), pythonJson(second, { shape: FLOATS })]);
  return list([requests[0]?.kind === 'rolling' ? pythonJson(first, { shape: FLOAT }) : String(first), String(second)]);
}

function isWhole(name: string, value: number, requests: readonly SampleRequest[]): boolean {
  const kind = requests[0]?.kind;
  if (kind === 'loglikelihood') return name === 'exact_match' || (name === 'acc' && requests.length === 1);
  // drop takes the largest over its right answers, starting from the whole number 0.
  return kind === 'generate' && value === 0 && (name === 'em' || name === 'f1');
}

function object(members: readonly (readonly [string, string])[]): string {
  return `{${members.map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(', ')}}`;
}

function list(items: readonly string[]): string {
  return `[${items.join(', ')}]`;
}
