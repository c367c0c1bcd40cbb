import type { z } from '@hono/zod-openapi';
import { planStudy, type KnownItem, type PlannedAnswer } from '@understudy/arena';
import { nonInferiorityVotes, QUESTION_INFLATION, ratingHalfWidth } from '@understudy/statistics';
import { UserError } from '@understudy/core';
import type { Candidate, Study, StudyItem } from '@understudy/store';
import type { Services } from '../../services.js';
import type { KnownItems, PlanBody } from './schema.js';

const LISTED = 5000;

async function plannedAnswers(study: Study, { store }: Services): Promise<readonly PlannedAnswer[]> {
  const versions = new Set(study.versionIds);
  const found: PlannedAnswer[] = [];
  for await (const { id, questionId, versionId, sample } of store.answers({ setId: study.questionSetId ?? '' })) {
    if (sample === 0 && versions.has(versionId)) found.push({ id, questionId, versionId });
  }
  return found;
}

function withAnswers(items: KnownItems['gold'], answers: readonly PlannedAnswer[]): readonly KnownItem[] {
  const ids = new Map(answers.map(({ id, questionId, versionId }) => [JSON.stringify([questionId, versionId]), id]));
  return items.map(({ questionId, firstVersionId, secondVersionId, expected, explanation }) => {
    const first = ids.get(JSON.stringify([questionId, firstVersionId]));
    const second = ids.get(JSON.stringify([questionId, secondVersionId]));
    if (first === undefined || second === undefined) {
      throw new UserError({
        code: 'known-item-invalid',
        message: `A gold or training item names answers to ${questionId} that are not in the study.`,
        hint: 'Name a question of the set and two models of the study.',
        values: { questionId },
      });
    }
    return { questionId, firstAnswerId: first, secondAnswerId: second, expected, explanation };
  });
}

/** A study's plan, and the answers it is made of. */
export async function makePlan(
  study: Study,
  known: KnownItems,
  services: Services,
): Promise<{ readonly items: readonly StudyItem[]; readonly answers: readonly PlannedAnswer[] }> {
  if (study.mode === 'free') return { items: [], answers: [] };
  const questions = await services.store.questions(study.questionSetId ?? '');
  const answers = await plannedAnswers(study, services);
  const items = planStudy({
    study,
    questionIds: questions.map(({ id }) => id),
    answers,
    gold: withAnswers(known.gold, answers),
    training: withAnswers(known.training, answers),
  });
  return { items, answers };
}

function range(counts: ReadonlyMap<string, number>): { min: number; max: number } {
  const values = [...counts.values()];
  return values.length === 0 ? { min: 0, max: 0 } : { min: Math.min(...values), max: Math.max(...values) };
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** What so many votes will tell, before anyone has voted. */
function outlook({ versionIds }: Study, votes: number): Pick<z.infer<typeof PlanBody>, 'power' | 'warnings'> {
  const models = versionIds.length;
  if (votes === 0 || models < 2) return { power: [], warnings: [] };
  const row = (inflation: number) => ({ votes, inflation, halfWidth: ratingHalfWidth({ models, inflation }, votes) });
  const onPair = votes / ((models * (models - 1)) / 2);
  const needed = nonInferiorityVotes({ margin: 0.1, tieRate: 0.2, inflation: QUESTION_INFLATION });
  return {
    power: [row(1), row(QUESTION_INFLATION)],
    warnings: onPair < needed ? ['too-few-for-non-inferiority'] : [],
  };
}

/** How balanced the plan is, what it takes, and its items. */
export async function planBody(
  study: Study,
  candidates: readonly Candidate[],
  services: Services,
): Promise<z.infer<typeof PlanBody>> {
  const versions = new Map((await plannedAnswers(study, services)).map(({ id, versionId }) => [id, versionId]));
  const pairs = new Map<string, number>();
  const models = new Map(study.versionIds.map((id) => [id, 0]));
  const questions = new Map<string, number>();
  const listed = candidates.map(({ item, votes, outstanding }) => {
    const firstVersionId = versions.get(item.firstAnswerId) ?? '';
    const secondVersionId = versions.get(item.secondAnswerId) ?? '';
    const { number, kind, questionId, wanted } = item;
    return { number, kind, questionId, firstVersionId, secondVersionId, wanted, votes, outstanding };
  });
  const regular = listed.filter(({ kind }) => kind === 'regular');
  for (const { questionId, firstVersionId, secondVersionId } of regular) {
    bump(pairs, JSON.stringify([firstVersionId, secondVersionId].sort()));
    bump(models, firstVersionId);
    bump(models, secondVersionId);
    bump(questions, questionId);
  }
  const votes = regular.reduce((sum, { wanted }) => sum + wanted, 0);
  return {
    items: regular.length,
    votes,
    balance: { pairs: range(pairs), models: range(models), questions: range(questions) },
    ...outlook(study, votes),
    list: listed.slice(0, LISTED),
  };
}
