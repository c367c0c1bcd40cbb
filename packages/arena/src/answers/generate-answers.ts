import { UserError, type Engine, type GenerateRequest } from '@understudy/core';
import type { Answer, ArenaStore, ModelVersion, Question } from '@understudy/store';
import type { WriteConversation } from '../judges/run/open-judge.js';
import { Answering, type AnswerChoice } from './answering.js';
import type { GenerationFailure, GenerationOutcome, GenerationProgress } from './generation-progress.js';

/** Which answers a model is to give. */
export interface GenerateAnswersOptions {
  readonly store: Pick<ArenaStore, 'putModels' | 'listModels' | 'putAnswers' | 'answers'>;
  /** What answers: its id is new, or what is stored under it is the same model with the same settings. */
  readonly version: ModelVersion;
  /** Of one set, in the store already. */
  readonly questions: readonly Question[];
  readonly engine: Engine;
  readonly write: WriteConversation;
  /** `one`: the chat template has no place for a second question; conversations of more turns fail. */
  readonly turns: 'one' | 'many';
  readonly choice: AnswerChoice;
  /** Answers to each question; the seed counts up with them. 1 by default. */
  readonly samples?: number | undefined;
  /** Ends after what was answered is stored. */
  readonly signal?: AbortSignal | undefined;
}

/** Conversations of several turns that are under way at once: what an interruption can lose of them. */
const CONVERSATIONS = 32;
/** Fewest tokens that an answer needs room for. */
const LEAST_ANSWER = 16;

/**
 * Has a model answer what it has not answered yet: yields progress, returns how it ended. Each answer is stored when its last turn is there;
 * failures are told in the outcome and tried again by the next run. How many requests are under way is the engine's business.
 * @throws EngineError when the engine cannot go on, UserError for a limit that the user set or a `version-differs`; what was answered is stored
 */
export async function* generateAnswers(
  options: GenerateAnswersOptions,
): AsyncGenerator<GenerationProgress, GenerationOutcome> {
  const { store, version, questions, signal } = options;
  await putVersion(store, version);
  const wanted = conversations(options);
  const there = await storedAnswers(store, version, questions);
  const pending = wanted.filter(({ question, sample }) => !there.has(keyOf(question.id, sample)));
  const tally = new Tally(wanted.length, wanted.length - pending.length);
  yield tally.progress;
  try {
    for (const batch of batches(pending)) {
      for await (const result of answerBatch(batch, options)) {
        if (result instanceof Answering) {
          const answer = result.answer();
          await store.putAnswers([answer]);
          tally.add(answer, result.promptTokens);
        } else {
          tally.fail(result);
        }
        yield tally.progress;
      }
    }
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
  const status = signal?.aborted === true ? 'stopped' : 'finished';
  return { version, status, progress: tally.progress, failures: tally.failures };
}

async function putVersion(store: GenerateAnswersOptions['store'], version: ModelVersion): Promise<void> {
  const known = (await store.listModels()).find(({ id }) => id === version.id);
  if (known !== undefined && settingsOf(known) !== settingsOf(version)) {
    throw new UserError({
      code: 'version-differs',
      message: `There are answers of another model, or of the same with other settings, under the name ${version.id}.`,
      hint: 'Give this one another name with --name: ratings are per model and settings.',
      values: { version: version.id },
    });
  }
  await store.putModels([version]);
}

function settingsOf({ identity, system, decoding }: ModelVersion): string {
  return JSON.stringify([identity, system, decoding]);
}

function conversations({ questions, version, engine, samples = 1 }: GenerateAnswersOptions): readonly Answering[] {
  const isUsd = engine.info.server?.price?.currency === 'USD';
  return Array.from({ length: samples }, (_, sample) => sample).flatMap((sample) =>
    questions.map((question) => new Answering({ question, sample }, { version, isUsd })),
  );
}

async function storedAnswers(
  store: GenerateAnswersOptions['store'],
  { id: versionId }: ModelVersion,
  questions: readonly Question[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const setId of new Set(questions.map((question) => question.setId))) {
    for await (const { questionId, sample } of store.answers({ setId, versionId }))
      found.add(keyOf(questionId, sample));
  }
  return found;
}

function keyOf(questionId: string, sample: number): string {
  return JSON.stringify([questionId, sample]);
}

function isShort({ question }: Answering): boolean {
  return question.turns.length === 1;
}

/** All conversations of one turn at once, then longer ones a few at a time. */
function batches(pending: readonly Answering[]): readonly (readonly Answering[])[] {
  const long = pending.filter((each) => !isShort(each));
  const parts = Array.from({ length: Math.ceil(long.length / CONVERSATIONS) }, (_, part) =>
    long.slice(part * CONVERSATIONS, (part + 1) * CONVERSATIONS),
  );
  return [pending.filter(isShort), ...parts].filter((batch) => batch.length > 0);
}

/** Takes conversations through their turns, all of them through one before the next; yields each when it is done or has failed. */
async function* answerBatch(
  batch: readonly Answering[],
  options: GenerateAnswersOptions,
): AsyncGenerator<Answering | GenerationFailure> {
  let open = batch;
  while (open.length > 0) {
    const next: Answering[] = [];
    for await (const result of answerTurn(open, options)) {
      if (result instanceof Answering && !result.isDone) next.push(result);
      else yield result;
    }
    open = next;
  }
}

async function* answerTurn(
  open: readonly Answering[],
  options: GenerateAnswersOptions,
): AsyncGenerator<Answering | GenerationFailure> {
  const { engine, signal, turns } = options;
  const asked = new Map<number, { readonly answering: Answering; readonly since: number }>();
  const failed: GenerationFailure[] = [];
  async function* requests(): AsyncGenerator<GenerateRequest> {
    for (const [id, answering] of open.entries()) {
      if (turns === 'one' && answering.question.turns.length > 1) {
        const message = 'the chat template is made for one question and its answer';
        failed.push(failure(answering, { code: 'single-turn-template', message }));
        continue;
      }
      const request = await requestFor(answering, id, options);
      if (request === undefined) {
        const message = `the conversation is longer than the context of ${engine.info.contextLength} tokens`;
        failed.push(failure(answering, { code: 'context-exceeded', message }));
        continue;
      }
      asked.set(id, { answering, since: performance.now() });
      yield request;
    }
  }
  for await (const response of engine.generate(requests(), { signal })) {
    yield* failed.splice(0);
    const entry = asked.get(response.id);
    if (entry === undefined) continue;
    asked.delete(response.id);
    if (response.status === 'error') {
      yield failure(entry.answering, response);
    } else {
      entry.answering.add(response, performance.now() - entry.since);
      yield entry.answering;
    }
  }
  yield* failed.splice(0);
  if (signal?.aborted === true) return;
  for (const { answering } of asked.values()) {
    yield failure(answering, {
      code: 'engine-ended',
      message: `the engine (${engine.info.engine}) ended without an answer`,
    });
  }
}

/** The request for the next turn; undefined when the conversation does not fit the context. */
async function requestFor(
  answering: Answering,
  id: number,
  { write, engine, choice }: GenerateAnswersOptions,
): Promise<GenerateRequest | undefined> {
  const { prompt, length } = await write(answering.messages());
  const room = engine.info.contextLength - length;
  if (room < LEAST_ANSWER) return undefined;
  const { maxTokens, sampling, ...rest } = choice;
  return {
    id,
    task: 'arena',
    document: id,
    sharedPrefix: 0,
    prompt,
    ...rest,
    maxTokens: Math.min(maxTokens, room),
    sampling: { ...sampling, seed: sampling.seed + answering.sample },
  };
}

function failure(
  { question, sample, turn }: Answering,
  { code, message }: { readonly code: string; readonly message: string },
): GenerationFailure {
  return { questionId: question.id, sample, turn, code, message };
}

class Tally {
  readonly failures: GenerationFailure[] = [];
  #progress: GenerationProgress;

  constructor(total: number, stored: number) {
    const counts = { failed: 0, promptTokens: 0, generatedTokens: 0, cost: null, unpriced: 0 };
    this.#progress = { done: stored, total, stored, ...counts };
  }

  get progress(): GenerationProgress {
    return this.#progress;
  }

  add({ tokens, cost }: Answer, promptTokens: number): void {
    const before = this.#progress;
    this.#progress = {
      ...before,
      done: before.done + 1,
      promptTokens: before.promptTokens + promptTokens,
      generatedTokens: before.generatedTokens + (tokens ?? 0),
      cost: cost === null ? before.cost : (before.cost ?? 0) + cost,
      unpriced: before.unpriced + (cost === null ? 1 : 0),
    };
  }

  fail(failed: GenerationFailure): void {
    this.failures.push(failed);
    this.#progress = { ...this.#progress, failed: this.#progress.failed + 1 };
  }
}
