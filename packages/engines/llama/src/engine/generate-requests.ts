import type { GenerateRequest } from '@understudy/core';
import { Candidates } from '../context/candidates.js';
import { LogProbabilityReader } from '../context/log-probability.js';
import { generateEvents, textLength } from '../generation/generate-events.js';
import type { PreparedRequest } from '../generation/growing-text.js';
import { prepareRequests, type Preparation } from '../generation/prepare-requests.js';
import type { GenerateEvent, TextMaker } from '../generation/text-maker.js';
import { Drafter } from '../schedule/drafter.js';
import { GenerateScheduler } from '../schedule/generate-scheduler.js';
import { sequencesOf } from '../schedule/make-text.js';
import { addDecoded } from './add-decoded.js';
import type { EngineJob } from './engine-job.js';
import { makeDraftContext, makeGenerateContext } from './generate-context.js';

/** How requests are answered. */
export interface GenerateOptions {
  /** Yields text as it becomes certain. */
  readonly deltas: boolean;
  /** Texts made at a time at most. */
  readonly texts: number;
}

/** What happens while requests are answered. Each call has contexts of its own, which live no longer than the call. */
export function generateRequests(
  requests: AsyncIterable<GenerateRequest>,
  job: EngineJob,
  options: GenerateOptions,
): AsyncGenerator<GenerateEvent, void, undefined> {
  const { tokenizer, settings, counters, signal } = job;
  const preparations = prepareRequests(requests, {
    tokenizer,
    contextLength: settings.contextLength,
    counters,
  });
  return generateEvents(inSequences(preparations), {
    makeTexts: (waiting) => makeTexts(waiting, job, options),
    counters,
    signal,
  });
}

/** Sequences of one text at most: a context of libllama has 256, some of them for shared prefixes. */
const MOST_SEQUENCES_A_TEXT = 128;

/** Refuses texts of more beams than a context has sequences. */
async function* inSequences(preparations: AsyncIterable<Preparation>): AsyncGenerator<Preparation, void, undefined> {
  for await (const one of preparations) {
    const sequences = one.kind === 'ready' ? sequencesOf(one.prepared) : 0;
    if (one.kind === 'failed' || sequences <= MOST_SEQUENCES_A_TEXT) yield one;
    else {
      const { id } = one.prepared.request;
      const message = `Generating: ${sequences} beams are more than the ${MOST_SEQUENCES_A_TEXT} that the llama engine keeps.`;
      yield { kind: 'failed', failure: { status: 'error', id, code: 'too-many-beams', message } };
    }
  }
}

/** A context for texts such as those that wait, and the texts that are made in it. */
async function makeTexts(
  waiting: readonly PreparedRequest[],
  job: EngineJob,
  { texts, deltas }: GenerateOptions,
): Promise<TextMaker> {
  const { model, draft, settings, counters } = job;
  const context = await makeGenerateContext(job, { waiting, texts, drafts: draft !== undefined });
  const draftContext = draft && (await makeDraftContext(draft, settings, context));
  const candidates = new Candidates(model.vocabulary.size);
  const drafter =
    draft &&
    draftContext &&
    new Drafter({
      context: draftContext,
      reader: new LogProbabilityReader(draft.vocabulary.size),
      vocabularySize: model.vocabulary.size,
      contextLength: draft.trainedContextLength,
    });
  const scheduler = new GenerateScheduler(context, {
    vocabulary: model.vocabulary,
    candidates,
    reader: new LogProbabilityReader(model.vocabulary.size),
    deltas,
    onlyKnownPrefixes: settings.deterministic,
    drafter,
  });
  const count = (events: readonly GenerateEvent[]): readonly GenerateEvent[] => {
    addDecoded(counters, context.takeTotals());
    // What the draft model computes is no work of its own that was asked for: it counts as time only.
    counters.nativeMs += draftContext?.takeTotals().nativeMs ?? 0;
    return events;
  };
  return {
    get isIdle() {
      return scheduler.isIdle;
    },
    hasRoomFor: (prepared) =>
      scheduler.hasRoomFor(prepared) && textLength(prepared) <= context.options.cells / context.options.sequences,
    admit: async (prepared, next) => count(await scheduler.admit(prepared, next)),
    step: async () => count(await scheduler.step()),
    [Symbol.dispose]: () => {
      scheduler[Symbol.dispose]();
      candidates[Symbol.dispose]();
      drafter?.[Symbol.dispose]();
      context[Symbol.dispose]();
    },
  };
}
