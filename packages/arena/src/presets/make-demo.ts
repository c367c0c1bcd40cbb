import type { ArenaStore, Study } from '@understudy/store';
import { putNewModels } from '../answers/put-new-models.js';
import { planBalance, type PlanBalance } from '../studies/plan-balance.js';
import type { PlanRequest } from '../studies/plan-request.js';
import { planStudy } from '../studies/plan-study.js';
import { putImportedStudy } from '../votes/put-imported-study.js';
import { DEFAULT_INSTRUCTIONS } from './instructions.js';
import { readLlmfao } from './read-llmfao.js';

/** Ids of the demonstration's two studies: the published votes, and one to vote in. */
export const DEMO_STUDIES = { votes: 'llmfao-crowd', open: 'llmfao-demo' } as const;

/** What a demonstration is made of. */
export interface MakeDemoOptions {
  readonly store: Pick<
    ArenaStore,
    | 'listModels'
    | 'putModels'
    | 'putQuestionSet'
    | 'putAnswers'
    | 'listStudies'
    | 'createStudy'
    | 'importVotes'
    | 'openStudy'
  >;
  /** Folder with LLMFAO's data; what ships with Understudy by default. */
  readonly folder?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What the demonstration has. */
export interface Demo {
  readonly models: number;
  readonly questions: number;
  readonly answers: number;
  readonly importedVotes: number;
  readonly trainingItems: number;
  readonly balance: PlanBalance;
  /** False: it was there already, and nothing was changed. */
  readonly isNew: boolean;
}

/**
 * Fills the arena with LLMFAO: 59 models, 13 prompts, the 8,931 published crowd votes as a study of their own, and an open study with the 7
 * training items in which anyone can vote: each pair of models on one prompt, a fifth of them twice. No model is needed. Doing it again
 * adds what is missing and changes nothing else.
 */
export async function makeDemo({ store, folder, now }: MakeDemoOptions): Promise<Demo> {
  const { set, questions, versions, answers, training, votes } = await readLlmfao(now, folder);
  const versionIds = versions.map(({ id }) => id);
  const there = new Set((await store.listStudies()).map(({ id }) => id));
  const published = {
    id: DEMO_STUDIES.votes,
    title: 'LLMFAO: published votes of 124 crowd workers',
    questionSetId: set.id,
  };
  const pairs = (versionIds.length * (versionIds.length - 1)) / 2;
  const open: Study = {
    id: DEMO_STUDIES.open,
    mode: 'study',
    title: 'LLMFAO: vote yourself',
    questionSetId: set.id,
    versionIds,
    design: { votesPerItem: 2, items: pairs, overlap: 0.2, goldEvery: 0, seed: 1 },
    instructions: DEFAULT_INSTRUCTIONS,
    completionCode: null,
    createdAt: now,
    openedAt: null,
    closedAt: null,
  };
  const request: PlanRequest = {
    study: open,
    questionIds: questions.map(({ id }) => id),
    answers,
    training,
    missingAnswers: 'leave-out',
  };
  const plan = planStudy(request);
  if (!there.has(published.id) || !there.has(open.id)) {
    await putNewModels(store, versions);
    await store.putQuestionSet(set, questions);
    await store.putAnswers(answers);
  }
  const hasNewVotes = await putImportedStudy(store, { about: published, versions, votes, now });
  if (!there.has(open.id)) {
    await store.createStudy(open);
    await store.openStudy(open.id, plan, now);
  }
  return {
    models: versions.length,
    questions: questions.length,
    answers: answers.length,
    importedVotes: votes.length,
    trainingItems: training.length,
    balance: planBalance(plan, request),
    isNew: hasNewVotes || !there.has(open.id),
  };
}
