import {
  planBalance,
  planStudy,
  readKnownItems,
  studyMaterial,
  type PlanBalance,
  type PlanRequest,
} from '@understudy/arena';
import type { ArenaStore, Study, StudyItem } from '@understudy/store';
import type { OptionValues } from '../../../options/option.js';
import type { planOptions } from './study-options.js';

/** A study's plan, and how even it is. */
export interface PlannedStudy {
  readonly items: readonly StudyItem[];
  readonly balance: PlanBalance;
}

/** Plans a study from what is in the arena, and the gold and training items of files. */
export async function planFromStore(
  store: ArenaStore,
  study: Study,
  { gold, training, missing }: OptionValues<typeof planOptions>,
): Promise<PlannedStudy> {
  const material = await studyMaterial(store, study);
  const questions = study.questionSetId === null ? [] : await store.questions(study.questionSetId);
  const known = (path: string) => readKnownItems(path, { questions, answers: material.answers });
  const request: PlanRequest = {
    ...material,
    missingAnswers: missing,
    gold: gold === undefined ? [] : await known(gold),
    training: training === undefined ? [] : await known(training),
  };
  const items = planStudy(request);
  return { items, balance: planBalance(items, request) };
}
