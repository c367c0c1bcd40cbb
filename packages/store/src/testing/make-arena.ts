import type { AccessKey, Annotator } from '../arena/access.js';
import type { ArenaStore, CastVoteRequest, NextItemRequest } from '../arena/arena-store.js';
import type { Judge, Judgement } from '../arena/judgement.js';
import type { ModelVersion } from '../arena/model-version.js';
import type { Answer, Question, QuestionSet } from '../arena/question.js';
import type { Snapshot } from '../arena/snapshot.js';
import type { Study, StudyItem } from '../arena/study.js';
import type { VoteEvent } from '../arena/vote.js';
import { NOON } from './store-place.js';

/** Models of the arena that tests use. */
export const MODELS = ['koala', 'vicuna', 'wizard'] as const;
/** How long an assignment of the tests holds. */
export const HOUR_MS = 3_600_000;

/** A model version for tests. */
export function makeModel(id: string, changes: Partial<ModelVersion> = {}): ModelVersion {
  return {
    id,
    name: id,
    organisation: 'an organisation',
    licence: 'Apache-2.0',
    openWeights: true,
    spec: null,
    identity: null,
    quantisation: 'Q4_K_M',
    system: null,
    decoding: '{"temperature":0}',
    priceIn: null,
    priceOut: 0.25,
    retiredAt: null,
    ...changes,
  };
}

export const QUESTION_SET: QuestionSet = { id: 'fifty', title: 'Fifty', source: 'ours', licence: 'CC0-1.0' };

/** A question of `QUESTION_SET`: English and writing where the number is even, else Chinese and mathematics. */
export function makeQuestion(number: number, changes: Partial<Question> = {}): Question {
  const isEven = number % 2 === 0;
  return {
    id: `fifty/${number}`,
    setId: 'fifty',
    aspect: isEven ? 'writing' : 'mathematics',
    language: isEven ? 'en' : 'zh',
    turns: [`What is ${number}?`, 'Are you sure?\u0000'],
    reference: isEven ? null : [`${number}`, 'Yes.'],
    referenceChecked: !isEven,
    ...changes,
  };
}

/** A model's answer to a question. */
export function makeAnswer(model: string, question: number, changes: Partial<Answer> = {}): Answer {
  return {
    id: `${model}:${question}`,
    questionId: `fifty/${question}`,
    versionId: model,
    sample: 0,
    turns: [`${model} says ${question}`, 'Yes — \ud83e\udd14 是的'],
    tokens: 12,
    finishReason: 'stop',
    latencyMs: 12.5,
    cost: null,
    identityLeak: false,
    ...changes,
  };
}

/** A study that has not opened. */
export function makeStudy(changes: Partial<Study> = {}): Study {
  return {
    id: 'study',
    mode: 'study',
    title: 'A study',
    questionSetId: 'fifty',
    versionIds: [...MODELS],
    design: { votesPerItem: 2, items: null, overlap: 1, goldEvery: 0, seed: 7 },
    instructions: { en: 'Choose the better answer.', 'zh-CN': '请选择更好的回答。' },
    completionCode: 'DONE-42',
    createdAt: NOON,
    openedAt: null,
    closedAt: null,
    ...changes,
  };
}

/** Item of a plan: koala against vicuna on the question of the item's number. */
export function makeItem(number: number, changes: Partial<StudyItem> = {}): StudyItem {
  return {
    studyId: 'study',
    number,
    kind: 'regular',
    questionId: `fifty/${number}`,
    firstAnswerId: `koala:${number}`,
    secondAnswerId: `vicuna:${number}`,
    wanted: 2,
    expected: null,
    explanation: null,
    ...changes,
  };
}

/** An annotator for tests. */
export function makeAnnotator(id: string, changes: Partial<Annotator> = {}): Annotator {
  return { id, kind: 'crowd', pseudonym: id.toUpperCase(), locale: 'en', consentAt: null, createdAt: NOON, ...changes };
}

/** An arena with models, `questions` questions, their answers, and annotators `ann`, `bob` and `cleo`. */
export async function fillArena(store: ArenaStore, questions = 4): Promise<void> {
  const numbers = Array.from({ length: questions }, (_, number) => number);
  await store.putModels(MODELS.map((id) => makeModel(id)));
  await store.putQuestionSet(
    QUESTION_SET,
    numbers.map((number) => makeQuestion(number)),
  );
  await store.putAnswers(MODELS.flatMap((model) => numbers.map((number) => makeAnswer(model, number))));
  for (const id of ['ann', 'bob', 'cleo']) await store.putAnnotator(makeAnnotator(id));
}

/** The same with the study `study` open over `items` items (one a question). */
export async function openArena(store: ArenaStore, items: readonly StudyItem[] = [0, 1, 2, 3].map((n) => makeItem(n))) {
  await fillArena(store, items.length);
  await store.createStudy(makeStudy());
  await store.openStudy('study', items, NOON);
}

/** Asks for the first item in order, sides as they are; the token's hash is `hash-ID`. */
export function makeNext(annotatorId: string, id: string, changes: Partial<NextItemRequest> = {}): NextItemRequest {
  return {
    studyId: 'study',
    annotatorId,
    assignmentId: id,
    tokenHash: `hash-${id}`,
    now: NOON,
    expiresAt: NOON + HOUR_MS,
    choose: ([first]) => first && { item: first.item, swapped: false },
    ...changes,
  };
}

/** Chooses the first item that has a place free. */
export const freePlace: NextItemRequest['choose'] = (candidates) => {
  const free = candidates.find(({ item, votes, outstanding }) => votes + outstanding < item.wanted);
  return free && { item: free.item, swapped: false };
};

/** A vote on the assignment that `makeNext` of the same id gave. */
export function makeVote(annotatorId: string, id: string, changes: Partial<CastVoteRequest> = {}): CastVoteRequest {
  return {
    voteId: `vote-${id}`,
    assignmentId: id,
    annotatorId,
    tokenHash: `hash-${id}`,
    outcome: 'a',
    reasons: ['correct'],
    comment: 'Clear.',
    dwellMs: 1234.5,
    uiVersion: '0.1.0',
    now: NOON + 1000,
    ...changes,
  };
}

let events = 0;

/** An event of the vote that `makeVote` of the same id made. */
export function makeEvent(id: string, kind: VoteEvent['kind'], changes: Partial<VoteEvent> = {}): VoteEvent {
  events += 1;
  return {
    id: `event-${events}`,
    voteId: `vote-${id}`,
    kind,
    rule: null,
    reason: null,
    author: 'ann',
    at: NOON + 2000,
    ...changes,
  };
}

/** A judge for tests. */
export function makeJudge(changes: Partial<Judge> = {}): Judge {
  return {
    id: 'judge',
    spec: 'openai:gpt-4',
    identity: 'gpt-4-0613',
    mode: 'pairwise',
    prompt: 'pair-v2',
    promptHash: 'c'.repeat(64),
    decoding: '{"temperature":0}',
    parserVersion: 1,
    createdAt: NOON,
    ...changes,
  };
}

/** What the judge says of koala (shown first) and vicuna on a question. */
export function makeJudgement(question: number, changes: Partial<Judgement> = {}): Judgement {
  return {
    id: `judgement-${question}`,
    judgeId: 'judge',
    questionId: `fifty/${question}`,
    turn: 1,
    firstAnswerId: `koala:${question}`,
    secondAnswerId: `vicuna:${question}`,
    run: 0,
    state: 'ok',
    verdict: 'first',
    score: 0.75,
    raw: 'Assistant A is better. [[A]]',
    promptTokens: 700,
    generatedTokens: 20,
    cost: 0.0123,
    latencyMs: 900,
    at: NOON,
    ...changes,
  };
}

/** A snapshot for tests. */
export function makeSnapshot(id: string, changes: Partial<Snapshot> = {}): Snapshot {
  return {
    id,
    title: 'A leaderboard',
    filter: '{"studyId":"study"}',
    method: 'bradley-terry',
    settings: '{"ties":"half"}',
    inputHash: 'd'.repeat(64),
    votes: 3,
    table: '{"models":[]}',
    createdAt: NOON,
    ...changes,
  };
}

/** A key for tests. */
export function makeKey(id: string, changes: Partial<AccessKey> = {}): AccessKey {
  return {
    id,
    hash: `key-hash-${id}`,
    role: 'annotator',
    annotatorId: null,
    label: `key of ${id}`,
    createdAt: NOON,
    expiresAt: null,
    revokedAt: null,
    ...changes,
  };
}
