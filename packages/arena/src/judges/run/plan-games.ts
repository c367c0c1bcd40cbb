import { UserError } from '@understudy/core';
import type { Answer, Question } from '@understudy/store';
import type { Game, GamePlan } from './game.js';

/**
 * Everything that a judge is to be asked, question by question. Two answers are always shown in both orders, one behind the other: the
 * order is the best known bias of model judges (Zheng et al. 2023, §3.3). Answers meet by their sample number. Throws `UserError`
 * `judge-baseline` where the baseline is missing or has no answers, `judge-nothing` where nothing is to be judged.
 */
export function planGames(plan: GamePlan): readonly Game[] {
  checkBaseline(plan);
  const byQuestion = answersByQuestion(plan.answers);
  const games = plan.questions.flatMap((question) => gamesOf(question, byQuestion.get(question.id) ?? [], plan));
  if (games.length > 0) return games;
  throw new UserError({
    code: 'judge-nothing',
    message: `There is nothing to judge: ${plan.answers.length} answers to ${plan.questions.length} questions make no game.`,
    hint: 'Answers must be to these questions; two answers of different models to the same question make a pair.',
    values: { answers: plan.answers.length, questions: plan.questions.length },
  });
}

function answersByQuestion(answers: readonly Answer[]): ReadonlyMap<string, readonly Answer[]> {
  const groups = new Map<string, Answer[]>();
  for (const answer of answers) {
    const group = groups.get(answer.questionId) ?? [];
    group.push(answer);
    groups.set(answer.questionId, group);
  }
  return groups;
}

function checkBaseline({ mode, baseline, answers }: GamePlan): void {
  if (baseline === undefined && mode !== 'baseline') return;
  if (answers.some(({ versionId }) => versionId === baseline)) return;
  const models = [...new Set(answers.map(({ versionId }) => versionId))].sort();
  throw new UserError({
    code: 'judge-baseline',
    message:
      baseline === undefined
        ? 'Answers are compared with a baseline, and none is named.'
        : `The baseline ${baseline} has no answers.`,
    hint: `Name one of the models with answers: ${models.join(', ') || 'there are none'}.`,
    values: { baseline, models },
  });
}

function gamesOf(question: Question, answers: readonly Answer[], plan: GamePlan): readonly Game[] {
  const entries = plan.mode === 'single' ? answers.map((first) => [[first, null]] as const) : pairsOf(answers, plan);
  return range(plan.runs ?? 1).flatMap((run) =>
    entries.flatMap((orders) =>
      range(turnsOf(question, orders[0], plan)).flatMap((index) =>
        orders.map(([first, second]) => ({ question, turn: index + 1, first, second, run })),
      ),
    ),
  );
}

type Sides = readonly [Answer, Answer | null];

/** Each pair with its two orders; models in the order of their names. */
function pairsOf(answers: readonly Answer[], { baseline }: GamePlan): readonly (readonly [Sides, Sides])[] {
  const sorted = answers.toSorted((a, b) => compareText(a.versionId, b.versionId));
  return sorted.flatMap((a, place) =>
    sorted
      .slice(place + 1)
      .filter((b) => b.versionId !== a.versionId && b.sample === a.sample)
      .filter((b) => baseline === undefined || a.versionId === baseline || b.versionId === baseline)
      .map(
        (b) =>
          [
            [a, b],
            [b, a],
          ] as const,
      ),
  );
}

/** A turn that one of the answers lacks cannot be judged. */
function turnsOf(question: Question, [first, second]: Sides, { turns = Infinity }: GamePlan): number {
  return Math.min(question.turns.length, first.turns.length, second?.turns.length ?? Infinity, turns);
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** By code units, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
