import { expect, it } from 'vitest';
import type { Answer } from '../advice/advice.js';
import type { AdvisedModel } from '../advice/advised-model.js';
import { weighVotes } from './weigh-votes.js';
import type { CandidateVotes } from './read-votes.js';
import type { VoteAssessment } from './vote-evidence.js';

const model = (id: string): AdvisedModel => ({ id, name: id.toUpperCase(), spec: `hf:them/${id}`, card: id });
const MODELS = ['best', 'second', 'third'].map(model);
const REFERENCE = { id: 'old', name: 'Old', card: undefined, measured: [] };

function pair(
  candidate: string,
  study: string,
  [votes, outcome]: readonly [number, VoteAssessment['outcome']],
): CandidateVotes {
  const bounds = { lower: 0, upper: 1 };
  const overall = { aspect: null, winRate: 0.5, bounds, outcome, votes, questions: votes, votesNeeded: null };
  const about = { id: study, title: study, mode: 'study' } as const;
  return { candidate, study: about, version: candidate, referenceVersion: 'old', overall, aspects: [] };
}

function weighed(pairs: readonly CandidateVotes[], answer: Answer, languages: readonly string[] = []) {
  const test = { margin: 0.05, confidence: 0.95 };
  return weighVotes({ pairs, unknown: [] }, { models: MODELS, answer, reference: REFERENCE, test, languages });
}

const bestOf = (measured: AdvisedModel | null, published: AdvisedModel | null): Answer => {
  return { kind: 'not-compared', because: 'reference-not-measured', measured, published };
};
const [BEST = model(''), SECOND = model('')] = MODELS;

it('stand in the order of the advice, of a model the study with most votes first', () => {
  const { pairs } = weighed(
    [
      pair('third', 'a', [9, 'undecided']),
      pair('best', 'a', [5, 'undecided']),
      pair('best', 'b', [7, 'undecided']),
      pair('not-admitted', 'a', [99, 'inferior']),
    ],
    bestOf(BEST, null),
  );
  expect(pairs.map(({ model: { id }, study }) => `${id} ${study.id}`)).toEqual(['best b', 'best a', 'third a']);
});

it.each([
  [['undecided', 'undecided'], 'undecided', 'large'],
  [['undecided', 'inferior'], 'inferior', 'small'],
  [['non-inferior', 'undecided'], 'non-inferior', 'large'],
  [['non-inferior', 'inferior'], 'divided', 'large'],
] as const)('a large and a small study that say %s say together: %s', ([large, small], outcome, study) => {
  const found = [pair('best', 'small', [40, small]), pair('best', 'large', [400, large])];
  const { ofAnswer, next } = weighed(found, bestOf(null, BEST));
  expect(ofAnswer).toMatchObject([{ model: BEST, outcome, study: { id: study } }]);
  expect(next).toBeNull();
});

it('of all models that the answer names those with votes are told', () => {
  const found = [pair('second', 'a', [40, 'inferior'])];
  expect(weighed(found, bestOf(BEST, SECOND)).ofAnswer.map(({ model: { id } }) => id)).toEqual(['second']);
  expect(weighed(found, bestOf(SECOND, SECOND)).ofAnswer).toHaveLength(1);
});

it('a study is proposed where nobody has voted on what the answer names, and none where it names nothing', () => {
  const { next } = weighed([pair('third', 'a', [40, 'inferior'])], bestOf(BEST, SECOND));
  // ((1.6449 + 0.8416)·1.74)²·(¼ − 0.2/4)/0.05²: the plan of docs/arena.md for equal models.
  expect(next?.votes).toBe(Math.ceil(((1.6448536 + 0.8416212) * 1.74) ** 2 * (0.2 / 0.05 ** 2)));
  expect(next?.commands).toEqual([
    'understudy arena answers generate hf:them/best --questions understudy-50-en --name best',
    'understudy arena answers generate old --questions understudy-50-en --name Old',
    `understudy arena study create best-or-Old --questions understudy-50-en --models best,Old --votes-per-item 30 --overlap 1 --open`,
  ]);
  expect(weighed([], bestOf(BEST, null), ['zh']).next?.commands[0]).toContain('--questions understudy-50-zh');
  expect(weighed([], { kind: 'nothing-admissible', nearest: null, notKnown: 0 }).next).toBeNull();
});
