import type { FilteredResponse, MetricValue, Sample, SampleRequest, SampleResponse } from '@understudy/store';
import { figure } from './figure.js';
import type { SampleBody, ValueBody } from './sample-schema.js';

/** A sample as clients see it. */
export function sampleBody(sample: Sample): SampleBody {
  const contexts = [...new Set(sample.requests.flatMap((request) => ('context' in request ? request.context : [])))];
  const places = new Map(contexts.map((context, place) => [context, place]));
  return {
    task: sample.task,
    docId: sample.docId,
    failed: sample.failed,
    doc: sample.doc,
    target: sample.target,
    contexts,
    requests: sample.requests.map((request) => requestBody(request, places)),
    responses: sample.responses.map(responseBody),
    outcomes: sample.outcomes.map(({ filter, filteredResponses, metrics }) => ({
      filter,
      filteredResponses: filteredResponses.map(valueBody),
      metrics: Object.entries(metrics).map(([metric, value]) => ({ metric, value: metricBody(value) })),
    })),
    flags: sample.flags,
    hashes: sample.hashes,
    service: sample.service ?? null,
  };
}

/** What a filter made of a response. */
export function valueBody(value: FilteredResponse): ValueBody {
  if (typeof value === 'string') return { isText: true, text: value };
  const text = JSON.stringify(value, (_key, item: unknown) => (typeof item === 'number' ? figure(item) : item));
  return { isText: false, text };
}

/** The metric of a sample. */
export function metricBody(value: MetricValue): SampleBody['outcomes'][number]['metrics'][number]['value'] {
  if (value === null) return null;
  if (typeof value === 'number') return figure(value);
  const [first, second] = value;
  return [figure(first), typeof second === 'number' ? figure(second) : second.map(figure)];
}

type RequestBody = SampleBody['requests'][number];

function requestBody(request: SampleRequest, places: ReadonlyMap<string, number>): RequestBody {
  switch (request.kind) {
    case 'loglikelihood':
      return {
        kind: request.kind,
        context: places.get(request.context) ?? 0,
        continuation: request.continuation,
      };
    case 'rolling':
      return request;
    case 'generate':
      return { kind: request.kind, context: places.get(request.context) ?? 0, genKwargs: request.genKwargs };
    default:
      return request satisfies never;
  }
}

function responseBody(response: SampleResponse): SampleBody['responses'][number] {
  return 'logProbability' in response ? { ...response, logProbability: figure(response.logProbability) } : response;
}
