import type { Answer, Judgement, JudgeMode, Question } from '@understudy/store';

/** One thing that a judge is asked: answers in the order shown, up to and with a turn. */
export interface Game {
  readonly question: Question;
  /** From 1. */
  readonly turn: number;
  readonly first: Answer;
  /** Null for `single`. */
  readonly second: Answer | null;
  /** From 0. */
  readonly run: number;
}

/** What is to be judged. */
export interface GamePlan {
  readonly mode: JudgeMode;
  readonly questions: readonly Question[];
  readonly answers: readonly Answer[];
  /** Version that all others are compared with: needed for `baseline`; for `pairwise`, without it each pair meets. */
  readonly baseline?: string | undefined;
  /** Only the first turns of conversations; all by default. */
  readonly turns?: number | undefined;
  /** How often the same thing is asked; 1 by default. */
  readonly runs?: number | undefined;
}

/** The parts of a judgement that make it the one of a game. */
export type GameKeyParts = Pick<Judgement, 'questionId' | 'turn' | 'firstAnswerId' | 'secondAnswerId' | 'run'>;

/** Same for a game and for its stored judgement. */
export function gameKey({ questionId, turn, firstAnswerId, secondAnswerId, run }: GameKeyParts): string {
  return JSON.stringify([questionId, turn, firstAnswerId, secondAnswerId, run]);
}

/** The key's parts of a game. */
export function keyPartsOf({ question, turn, first, second, run }: Game): GameKeyParts {
  return { questionId: question.id, turn, firstAnswerId: first.id, secondAnswerId: second?.id ?? null, run };
}
