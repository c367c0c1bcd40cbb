import type { Answer, ArenaStore, Study } from '@understudy/store';
import { UserError } from '@understudy/core';
import type { PlanRequest } from './plan-study.js';

/** What a study's plan is made from, out of the store: its questions, and the answers of its models to them. */
export async function studyMaterial(
  store: Pick<ArenaStore, 'questions' | 'answers'>,
  study: Study,
): Promise<Pick<PlanRequest, 'study' | 'questionIds'> & { readonly answers: readonly Answer[] }> {
  const { questionSetId: setId } = study;
  if (setId === null) {
    throw new UserError({
      code: 'study-without-questions',
      message: `The study ${study.id} has no question set, so it has no plan.`,
      hint: 'Only studies with fixed questions are planned.',
      values: { study: study.id },
    });
  }
  const versions = new Set(study.versionIds);
  const answers: Answer[] = [];
  for await (const answer of store.answers({ setId })) if (versions.has(answer.versionId)) answers.push(answer);
  // The first sample is the one that is compared.
  answers.sort((a, b) => a.sample - b.sample);
  return { study, questionIds: (await store.questions(setId)).map(({ id }) => id), answers };
}
