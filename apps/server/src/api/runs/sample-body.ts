import type { SampleExplanation } from '@understudy/evaluate/explain';
import type { Sample, SampleRequest, SampleResponse } from '@understudy/store';
import { explanationBody } from './explanation-body.js';
import { figure, valueBody } from './figure.js';
import type { SampleBody } from './sample-schema.js';

/** A sample as clients see it. Prompts stand in the explanation, each once: those of a document's choices are mostly one. */
export function sampleBody(sample: Sample, explanation: SampleExplanation): SampleBody {
  const places = new Map(explanation.prompts.map(({ text }, place) => [text, place]));
  return {
    task: sample.task,
    docId: sample.docId,
    failed: sample.failed,
    doc: sample.doc,
    target: sample.target,
    requests: sample.requests.map((request) => requestBody(request, places)),
    responses: sample.responses.map(responseBody),
    outcomes: sample.outcomes.map(({ filter, filteredResponses }) => ({
      filter,
      filteredResponses: filteredResponses.map(valueBody),
    })),
    explanation: explanationBody(explanation),
    flags: sample.flags,
    hashes: sample.hashes,
    service: sample.service ?? null,
  };
}

function requestBody(request: SampleRequest, places: ReadonlyMap<string, number>): SampleBody['requests'][number] {
  switch (request.kind) {
    case 'loglikelihood':
      return { kind: request.kind, context: places.get(request.context) ?? 0, continuation: request.continuation };
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
