import { BugError, type Engine, type GenerateRequest, type ScoreRequest } from '@understudy/core';
import type { CachedResponse, ResponseKey, Store } from '@understudy/store';
import { RequestEncoder } from '../plan/request-encoder.js';
import { sendsMessages } from '../plan/sends-messages.js';
import type { EvaluateOptions } from './evaluate-options.js';
import { missingDocuments, prefixDocuments, type LeafRun } from './leaf-run.js';
import { makeSample } from './make-sample.js';
import { PendingDocument, type Answer } from './pending-document.js';
import { ResponseKeys } from './response-keys.js';
import type { RunEvent } from './run-event.js';
import type { SampleWriter } from './sample-writer.js';

/** What running leaf tasks needs and tells. */
export interface LeafContext {
  readonly options: EvaluateOptions;
  /** Stop strings of the chat template, beside those of the tasks. */
  readonly stop: readonly string[];
  readonly store: Store;
  readonly writer: SampleWriter;
  readonly emit: (event: RunEvent) => void;
  /** Called after each document, in any order. */
  readonly onSample: (failed: boolean) => void;
  readonly signal: AbortSignal | undefined;
}

interface InFlight {
  readonly leaf: LeafProgress;
  readonly pending: PendingDocument;
  readonly at: number;
  readonly key: ResponseKey;
}

interface LeafProgress {
  readonly leaf: LeafRun;
  open: number;
  isPlanned: boolean;
}

/** Different reasons why requests failed that are told; a broken server may have one for each. */
const MOST_REASONS = 3;

const NOTHING_CACHED: ReadonlyMap<ResponseKey, CachedResponse> = new Map();

/**
 * Runs leaf tasks of one engine as one stream of requests: the next task is planned while the engine computes, so that it never
 * waits between tasks. Each document is scored and stored when the last of its requests is answered.
 * @throws BugError `requests-unanswered` when the engine ends before it has answered everything: a run must not look complete then
 */
export async function runLeaves(engine: Engine, leaves: readonly LeafRun[], context: LeafContext): Promise<void> {
  const inFlight = new Map<number, InFlight>();
  const keys = new ResponseKeys(engine.info);
  const reasons = new Set<string>();
  let nextId = 0;

  const finish = async (progress: LeafProgress, pending: PendingDocument): Promise<void> => {
    const sample = makeSample(progress.leaf.task, pending);
    await context.writer.add(sample, pending.cacheEntries);
    progress.open--;
    context.onSample(sample.failed);
    tellFinished(progress);
  };

  const tellFinished = (progress: LeafProgress): void => {
    if (progress.isPlanned && progress.open === 0)
      context.emit({ type: 'task-finished', task: progress.leaf.task.name });
  };

  async function* requests(): AsyncGenerator<ScoreRequest | GenerateRequest> {
    for (const leaf of leaves) {
      const progress: LeafProgress = { leaf, open: 0, isPlanned: false };
      const task = leaf.task.name;
      const first = leaf.stored.size < leaf.expected ? await prefixDocuments(leaf) : [];
      const [example] = first;
      context.emit({ type: 'task-started', task, documents: leaf.expected, stored: leaf.stored.size, example });
      const { stop, options } = context;
      const encoder = new RequestEncoder({
        engine,
        task,
        nextId: () => nextId++,
        seed: options.seeds.random,
        stop,
        sendsMessages: sendsMessages(engine, options),
      });
      if (first.length > 0) await encoder.learnSharedPrefix(first);
      for await (const documents of missingDocuments(leaf, context.options)) {
        const planned = await encoder.encode(documents);
        progress.open += planned.length;
        yield* missingRequests(
          progress,
          planned.map((document) => new PendingDocument(document)),
        );
      }
      progress.isPlanned = true;
      tellFinished(progress);
    }
  }

  /**
   * Answers from the cache what it has; documents that need nothing more are finished at once. A deterministic engine's scores
   * depend on which requests of a document come together, so there a document is taken from the cache as a whole or not at all.
   */
  async function* missingRequests(
    leaf: LeafProgress,
    documents: readonly PendingDocument[],
  ): AsyncGenerator<ScoreRequest | GenerateRequest> {
    const keysOf = documents.map(({ planned }) => planned.requests.map(({ request }) => keys.of(request)));
    const cached = context.options.resume ? await context.store.lookupResponses(keysOf.flat()) : NOTHING_CACHED;
    for (const [index, pending] of documents.entries()) {
      const isWhole = keysOf[index]!.every((key) => cached.has(key));
      const usable = isWhole || !engine.info.deterministic ? cached : NOTHING_CACHED;
      const missing = pending.planned.requests.flatMap(({ request }, at) => {
        const key = keysOf[index]![at]!;
        const response = usable.get(key);
        if (response === undefined) return [{ request, flight: { leaf, pending, at, key } }];
        pending.answerFromCache(at, response);
        return [];
      });
      if (pending.isComplete) await finish(leaf, pending);
      for (const { request, flight } of missing) {
        inFlight.set(request.id, flight);
        yield request;
      }
    }
  }

  for await (const answer of answersOf(engine, leaves, requests(), context.signal)) {
    const flight = inFlight.get(answer.id);
    if (flight === undefined) continue;
    inFlight.delete(answer.id);
    if (answer.status === 'error' && reasons.size < MOST_REASONS && !reasons.has(answer.message)) {
      reasons.add(answer.message);
      context.emit({ type: 'notice', message: `${flight.leaf.leaf.task.name}: ${answer.message}` });
    }
    const { request } = flight.pending.planned.requests[flight.at]!;
    flight.pending.answer(flight.at, answer, keys.ofAnswer(request, answer) ?? flight.key);
    if (flight.pending.isComplete) await finish(flight.leaf, flight.pending);
  }
  if (inFlight.size > 0) {
    throw new BugError({
      code: 'requests-unanswered',
      message: `The ${engine.info.engine} engine ended with ${inFlight.size} requests unanswered.`,
      hint: 'What was computed is stored; the same command goes on from there.',
      values: { engine: engine.info.engine, unanswered: inFlight.size },
    });
  }
}

/** One engine call for all leaves: they are all scored or all generated. */
function answersOf(
  engine: Engine,
  leaves: readonly LeafRun[],
  requests: AsyncIterable<ScoreRequest | GenerateRequest>,
  signal: AbortSignal | undefined,
): AsyncIterable<Answer> {
  return leaves[0]?.task.outputType === 'generate_until'
    ? engine.generate(requests as AsyncIterable<GenerateRequest>, { signal })
    : engine.score(requests as AsyncIterable<ScoreRequest>, { signal });
}
