import { nonInferiorityVotes, QUESTION_INFLATION, SUPPOSED_TIE_RATE } from '@understudy/statistics';
import type { AdvisedModel } from '../advice/advised-model.js';
import type { Reference } from '../candidates/find-reference.js';
import { referenceSpec } from '../candidates/reference-spec.js';
import { shellWord } from '../next/shell-word.js';
import type { NextStudy } from './vote-evidence.js';
import type { VoteTest } from './vote-source.js';

/** Questions of the built-in sets. */
const QUESTIONS = 50;

/** How a study is planned. */
export interface StudyPlan {
  readonly reference: Reference;
  readonly test: VoteTest;
  /** ISO 639-1, those of the needs. */
  readonly languages: readonly string[];
}

/** A study over the built-in questions, large enough to show that the two are equal if they are, votes clustered as they were elsewhere. */
export function planStudy(model: AdvisedModel, { reference, test, languages }: StudyPlan): NextStudy {
  const plan = { ...test, tieRate: SUPPOSED_TIE_RATE, inflation: QUESTION_INFLATION };
  const votes = nonInferiorityVotes(plan);
  const isChinese = languages.includes('zh') && !languages.includes('en');
  const questions = `--questions ${isChinese ? 'understudy-50-zh' : 'understudy-50-en'}`;
  const [name, other] = [model.card ?? model.name, reference.card?.id ?? reference.name];
  const generate = (spec: string, as: string): string =>
    `understudy arena answers generate ${shellWord(spec)} ${questions} --name ${shellWord(as)}`;
  const id = shellWord(`${name}-or-${other}`);
  const size = `--votes-per-item ${Math.ceil(votes / QUESTIONS)} --overlap 1`;
  return {
    model,
    votes,
    commands: [
      generate(model.spec, name),
      generate(referenceSpec(reference), other),
      `understudy arena study create ${id} ${questions} --models ${shellWord(`${name},${other}`)} ${size} --open`,
    ],
  };
}
