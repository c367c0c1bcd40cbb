import { pythonStr, type FilterScore, type Task, type TaskRequest } from '@understudy/tasks';
import type {
  FilteredResponse,
  FilterOutcome,
  Sample,
  SampleRequest,
  SampleResponse,
  SampleService,
} from '@understudy/store';
import type { Answer, PendingDocument } from './pending-document.js';
import { toTaskResponse } from './task-response.js';

/** Scores an answered document and puts together what is stored of it. A document with a failed request has no metrics. */
export function makeSample(task: Task, pending: PendingDocument): Sample {
  const { document, truncatedPrompts } = pending.planned;
  const responses = document.requests.map((request, slot) => toResponse(request, answersOf(pending, slot)));
  const given = responses.flatMap((response) => (response.kind === 'error' ? [] : [toTaskResponse(response)]));
  const failed = given.length < responses.length;
  const score = failed ? undefined : task.score(document, given);
  return {
    task: task.name,
    docId: document.docId,
    doc: task.documentJson(document),
    target: pythonStr(document.target),
    requests: document.requests.map(toSampleRequest),
    responses,
    failed,
    outcomes: score?.perFilter.map(toOutcome) ?? [],
    flags: {
      truncatedPrompts,
      truncatedAnswers: pending.answers.filter(isCutShort).length,
      noAnswers: score?.noAnswer === true ? 1 : 0,
      ties: score?.tie === true ? 1 : 0,
      cachedResponses: pending.cachedResponses,
    },
    hashes: { doc: document.docHash, prompt: document.promptHash, target: document.targetHash },
    service: serviceOf(pending.answers),
  };
}

/** What the answers took together that came from a server now; undefined where none did. */
function serviceOf(answers: readonly (Answer | undefined)[]): SampleService | undefined {
  const served = answers.flatMap((answer) =>
    answer?.status === 'ok' && answer.service !== undefined ? [{ ...answer, service: answer.service }] : [],
  );
  if (served.length === 0) return undefined;
  const sum = (of: (answer: (typeof served)[number]) => number): number =>
    served.reduce((total, answer) => total + of(answer), 0);
  const costs = served.map(({ service }) => service.cost);
  return {
    promptTokens: sum(({ promptTokens }) => promptTokens),
    cachedTokens: sum(({ cachedTokens }) => cachedTokens),
    generatedTokens: sum((answer) => ('generatedTokens' in answer ? answer.generatedTokens : 0)),
    cost: costs.includes(null) ? null : costs.reduce<number>((total, cost) => total + (cost ?? 0), 0),
    attempts: sum(({ service }) => service.attempts),
    fingerprints: [...new Set(served.map(({ service }) => service.fingerprint))],
  };
}

function toOutcome({ filter, filteredResponses, metrics }: FilterScore): FilterOutcome {
  // Filters make strings, numbers, booleans and lists of them: `bigint` is in `PythonValue` for documents.
  return { filter, filteredResponses: filteredResponses as readonly FilteredResponse[], metrics };
}

function isCutShort(answer: Answer | undefined): boolean {
  return answer?.status === 'ok' && 'finishReason' in answer && answer.finishReason === 'length';
}

function answersOf(pending: PendingDocument, slot: number): readonly Answer[] {
  return pending.answers.filter((_, at) => pending.planned.requests[at]!.slot === slot) as Answer[];
}

/** One response of the task's request: the sum over the windows of a rolling one. */
function toResponse(request: TaskRequest, answers: readonly Answer[]): SampleResponse {
  const failure = answers.find((answer) => answer.status === 'error');
  if (failure !== undefined) return { kind: 'error', code: failure.code, message: failure.message };
  const scores = answers.flatMap((answer) => (answer.status === 'ok' && 'logProbability' in answer ? [answer] : []));
  switch (request.kind) {
    case 'loglikelihood':
      return { kind: request.kind, logProbability: scores[0]!.logProbability, isGreedy: scores[0]!.isGreedy };
    case 'rolling':
      return {
        kind: request.kind,
        logProbability: scores.reduce((sum, { logProbability }) => sum + logProbability, 0),
      };
    case 'generate': {
      const [answer] = answers;
      return { kind: request.kind, text: answer?.status === 'ok' && 'text' in answer ? answer.text : '' };
    }
    default:
      return request satisfies never;
  }
}

function toSampleRequest(request: TaskRequest): SampleRequest {
  switch (request.kind) {
    case 'loglikelihood':
      return { kind: request.kind, context: request.context, continuation: request.continuation };
    case 'rolling':
      return { kind: request.kind, text: request.text };
    case 'generate':
      return { kind: request.kind, context: request.context, genKwargs: request.arguments };
    default:
      return request satisfies never;
  }
}
