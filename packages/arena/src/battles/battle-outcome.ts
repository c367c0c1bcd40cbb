import { FIRST_WINS, SECOND_WINS, TIE } from '@understudy/statistics';

/** Two bad answers: a tie for a rating, and counted apart. */
export const BOTH_BAD = 3;
/** A judge that changed its mind with the order of the answers: a tie for a rating, and counted apart. */
export const INCONSISTENT = 4;

/** Outcomes of a battle as `BattleTable.outcome` codes them. The first three are those of `Comparisons`. */
export const BATTLE_OUTCOMES = [FIRST_WINS, SECOND_WINS, TIE, BOTH_BAD, INCONSISTENT] as const;
export type BattleOutcome = (typeof BATTLE_OUTCOMES)[number];

const TIES = [
  ['tie', TIE],
  ['tie (bothbad)', BOTH_BAD],
  ['tie (inconsistent)', INCONSISTENT],
] as const;

/** What `winner` says where the columns are `model_a` and `model_b`, as FastChat writes it. */
export const MODEL_LABELS: ReadonlyMap<string, BattleOutcome> = new Map<string, BattleOutcome>([
  ['model_a', FIRST_WINS],
  ['model_b', SECOND_WINS],
  ...TIES,
]);

/** What `winner` says where the columns are `left` and `right`. */
export const SIDE_LABELS: ReadonlyMap<string, BattleOutcome> = new Map<string, BattleOutcome>([
  ['left', FIRST_WINS],
  ['right', SECOND_WINS],
  ...TIES,
]);

const NAMES = new Map([...MODEL_LABELS].map(([label, outcome]) => [outcome, label] as const));

/** The label that battle files have for an outcome. */
export function winnerLabel(outcome: BattleOutcome): string {
  // `MODEL_LABELS` has each outcome once.
  return NAMES.get(outcome)!;
}

/** True for the three kinds of tie. */
export function isTie(outcome: number): boolean {
  return outcome >= TIE;
}

/** The outcome with first and second exchanged. */
export function flipOutcome(outcome: number): number {
  return outcome === FIRST_WINS ? SECOND_WINS : outcome === SECOND_WINS ? FIRST_WINS : outcome;
}
