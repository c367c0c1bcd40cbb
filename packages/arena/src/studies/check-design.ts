import { UserError } from '@understudy/core';
import type { PlanRequest } from './plan-request.js';

/** Throws `UserError` `study-too-small` or `design-invalid` for what no plan can be made from. */
export function checkDesign({ study, questionIds }: PlanRequest): void {
  const { versionIds, design } = study;
  if (versionIds.length < 2 || questionIds.length === 0) {
    throw new UserError({
      code: 'study-too-small',
      message: `The study ${study.id} has ${versionIds.length} models and ${questionIds.length} questions; a comparison needs two models and a question.`,
      hint: 'Name at least two models and a question set that is not empty.',
      values: { study: study.id, models: versionIds.length, questions: questionIds.length },
    });
  }
  const { votesPerItem, items, overlap, goldEvery } = design;
  const wrong = [
    ...(isWhole(votesPerItem, 1) ? [] : ['votesPerItem']),
    ...(items === null || isWhole(items, 1) ? [] : ['items']),
    ...(overlap >= 0 && overlap <= 1 ? [] : ['overlap']),
    ...(isWhole(goldEvery, 0) ? [] : ['goldEvery']),
    ...(Number.isSafeInteger(design.seed) ? [] : ['seed']),
    ...(new Set(versionIds).size === versionIds.length ? [] : ['versionIds']),
    ...(new Set(questionIds).size === questionIds.length ? [] : ['questionIds']),
  ];
  const [name] = wrong;
  if (name === undefined) return;
  throw new UserError({
    code: 'design-invalid',
    message: `The design of the study ${study.id} has a value of ${name} that cannot be: ${JSON.stringify({ ...design, versionIds, questionIds }[name as keyof typeof design])?.slice(0, 80)}.`,
    hint: 'votesPerItem and items are whole numbers from 1, overlap lies in 0..1, goldEvery is a whole number from 0; models and questions are named once.',
    values: { study: study.id, name },
  });
}

function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}
