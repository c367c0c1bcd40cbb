import type { z } from '@hono/zod-openapi';
import {
  planBalance,
  planStudy,
  studyMaterial,
  type CountRange,
  type KnownItem,
  type PlannedAnswer,
} from '@understudy/arena';
import { nonInferiorityVotes, QUESTION_INFLATION, ratingHalfWidth, SUPPOSED_TIE_RATE } from '@understudy/statistics';
import { UserError } from '@understudy/core';
import type { Candidate, Study, StudyItem } from '@understudy/store';
import type { Services } from '../../services.js';
import type { KnownItems, PlanBody } from './schema.js';

const LISTED = 5000;

/** Questions and answers that a study is planned from. */
export type StudyMaterial = Awaited<ReturnType<typeof studyMaterial>>;

/** What a study is planned from; undefined for one that has no plan. */
export async function materialOf(study: Study, { store }: Services): Promise<StudyMaterial | undefined> {
  return study.mode === 'study' ? studyMaterial(store, study) : undefined;
}

function withAnswers(items: KnownItems['gold'], answers: readonly PlannedAnswer[]): readonly KnownItem[] {
  // The first sample is the one that is compared.
  const ids = new Map(
    answers.toReversed().map(({ id, questionId, versionId }) => [JSON.stringify([questionId, versionId]), id]),
  );
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

/** A study's plan; of what has none, no items. */
export function makePlan(material: StudyMaterial | undefined, known: KnownItems): readonly StudyItem[] {
  if (material === undefined) return [];
  const { answers } = material;
  return planStudy({
    ...material,
    gold: withAnswers(known.gold, answers),
    training: withAnswers(known.training, answers),
  });
}

const NOTHING: CountRange = { min: 0, max: 0 };

/** A range as JSON has it. */
function shown({ min, max }: CountRange): CountRange {
  return min > max ? NOTHING : { min, max };
}

function balanceOf(
  items: readonly StudyItem[],
  material: StudyMaterial | undefined,
): Pick<z.infer<typeof PlanBody>, 'items' | 'votes' | 'balance'> {
  if (material === undefined)
    return { items: 0, votes: 0, balance: { pairs: NOTHING, models: NOTHING, questions: NOTHING } };
  const { items: regular, votes, perPair, perModel, perQuestion } = planBalance(items, material);
  const balance = { pairs: shown(perPair), models: shown(perModel), questions: shown(perQuestion) };
  return { items: regular, votes, balance };
}

/** What so many votes will tell, before anyone has voted. */
function outlook({ versionIds }: Study, votes: number): Pick<z.infer<typeof PlanBody>, 'power' | 'warnings'> {
  const models = versionIds.length;
  if (votes === 0 || models < 2) return { power: [], warnings: [] };
  const row = (inflation: number) => ({ votes, inflation, halfWidth: ratingHalfWidth({ models, inflation }, votes) });
  const onPair = votes / ((models * (models - 1)) / 2);
  const needed = nonInferiorityVotes({ margin: 0.1, tieRate: SUPPOSED_TIE_RATE, inflation: QUESTION_INFLATION });
  return {
    power: [row(1), row(QUESTION_INFLATION)],
    warnings: onPair < needed ? ['too-few-for-non-inferiority'] : [],
  };
}

/** How balanced the plan is, what it takes, and its items. */
export function planBody(
  study: Study,
  candidates: readonly Candidate[],
  material: StudyMaterial | undefined,
): z.infer<typeof PlanBody> {
  const versions = new Map(material?.answers.map(({ id, versionId }) => [id, versionId]));
  const items = candidates.map(({ item }) => item);
  const balance = balanceOf(items, material);
  return {
    ...balance,
    ...outlook(study, balance.votes),
    list: candidates.slice(0, LISTED).map(({ item, votes, outstanding }) => {
      const firstVersionId = versions.get(item.firstAnswerId) ?? '';
      const secondVersionId = versions.get(item.secondAnswerId) ?? '';
      const { number, kind, questionId, wanted } = item;
      return { number, kind, questionId, firstVersionId, secondVersionId, wanted, votes, outstanding };
    }),
  };
}
