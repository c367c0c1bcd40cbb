import type { EncodedPair, RequestFailure, ScoreRequest, ScoreResponse, Tokenizer } from '@understudy/core';
import type { Context } from '../context/context.js';
import { requestsInWindows } from '../schedule/requests-in-windows.js';
import { ScoreCollector } from '../schedule/score-collector.js';
import { ScoreScheduler } from '../schedule/score-scheduler.js';
import { ScoreTrie } from '../schedule/score-trie.js';
import { addDecoded } from './add-decoded.js';
import type { EngineJob } from './engine-job.js';
import { makeScoreContext, scoreCells } from './score-context.js';

/**
 * Answers score requests as their rows are computed. Each call has a context of its own, which lives as long as the call.
 * With fixed shapes (`deterministic`) each document is computed by itself: its shared prefix, then its own tokens, in the
 * same calls on the same cells, whatever else is in the run.
 */
export async function* scoreRequests(
  requests: AsyncIterable<ScoreRequest>,
  job: EngineJob,
): AsyncGenerator<ScoreResponse, void, undefined> {
  const { model, settings, counters, signal } = job;
  let context: Context | undefined;
  let scheduler: ScoreScheduler | undefined;
  const collector = new ScoreCollector(model.vocabulary.size);
  try {
    for await (const window of requestsInWindows(requests, { byDocument: settings.deterministic, signal })) {
      const { trie, cells, failures } = await plan(window, collector, job);
      yield* failures;
      if (context === undefined || scheduler === undefined || cells > context.options.cells) {
        context?.[Symbol.dispose]();
        context = undefined;
        context = await makeScoreContext(job, cells);
        scheduler = new ScoreScheduler(context, collector, { branching: model.memory !== 'recurrent' });
      }
      for await (const done of scheduler.run(trie)) {
        addDecoded(counters, context.takeTotals());
        yield* done;
        signal?.throwIfAborted();
      }
    }
  } finally {
    context?.[Symbol.dispose]();
  }
}

interface PlannedWindow {
  readonly trie: ScoreTrie;
  /** Cells of the KV cache it takes. */
  readonly cells: number;
  readonly failures: readonly RequestFailure[];
}

/** Puts a window's requests into one trie; those that cannot be computed are answered at once. */
async function plan(
  window: readonly ScoreRequest[],
  collector: ScoreCollector,
  { tokenizer, settings, counters }: EngineJob,
): Promise<PlannedWindow> {
  const trie = new ScoreTrie();
  const failures: RequestFailure[] = [];
  let longest = 0;
  let shared = 0;
  for (const [index, request] of window.entries()) {
    const pair = await encoded(request, tokenizer);
    const promptTokens = pair.context.length + pair.continuation.length;
    counters.requestedTokens += promptTokens;
    const failure = unscorable(request, pair, settings.contextLength);
    if (failure !== undefined) {
      failures.push(failure);
      continue;
    }
    const input = new Int32Array(promptTokens - 1);
    input.set(pair.context);
    input.set(pair.continuation.subarray(0, -1), pair.context.length);
    longest = Math.max(longest, input.length);
    shared = Math.max(shared, request.sharedPrefix);
    collector.expect(index, { id: request.id, promptTokens, continuation: pair.continuation.length });
    trie.insert({ request: index, input, continuation: pair.continuation, sharedPrefix: request.sharedPrefix });
  }
  return { trie, cells: scoreCells({ longest, shared }), failures };
}

async function encoded({ prompt }: ScoreRequest, tokenizer: Tokenizer): Promise<EncodedPair> {
  if (prompt.kind === 'tokens') return prompt;
  const [pair] = await tokenizer.encodePairs([prompt]);
  return pair!;
}

/** Why a request cannot be scored; undefined when it can. */
function unscorable(request: ScoreRequest, pair: EncodedPair, contextLength: number): RequestFailure | undefined {
  const failure = (code: string, message: string): RequestFailure => ({
    status: 'error',
    id: request.id,
    code,
    message,
  });
  if (pair.context.length === 0 || pair.continuation.length === 0) {
    return failure('empty-prompt', 'Scoring a request: its context and its continuation need at least one token each.');
  }
  const input = pair.context.length + pair.continuation.length - 1;
  if (input <= contextLength) return undefined;
  return failure(
    'context-too-long',
    `Scoring a request: its ${input} tokens exceed the context length of ${contextLength}. Truncate it, or use a longer --context.`,
  );
}
