import { MODEL_LABELS, SIDE_LABELS, type BattleOutcome } from '../battle-outcome.js';

/** What a battle has, in the words of the battle files. */
export const BATTLE_COLUMNS = ['model_a', 'model_b', 'winner', 'judge', 'question_id', 'turn', 'tstamp'] as const;
export type BattleColumn = (typeof BATTLE_COLUMNS)[number];

/** Which column of a file has what a battle has, where a file has its own names. */
export type ColumnNames = Readonly<Partial<Record<BattleColumn, string>>>;

/** How a file's rows are to be read. */
export interface SourceColumns {
  readonly names: Readonly<Record<BattleColumn, string>>;
  /** What its winner column says, or what a number there means; undefined: no such label. */
  readonly outcome: (winner: unknown) => BattleOutcome | 'none' | undefined;
  /** The labels there are, for an error. */
  readonly labels: readonly string[];
}

const BATTLES = Object.fromEntries(BATTLE_COLUMNS.map((name) => [name, name])) as Record<BattleColumn, string>;
const SIDES = { ...BATTLES, model_a: 'left', model_b: 'right' };
/** AlpacaEval's annotations; the instruction stands for the question. */
const ANNOTATIONS = {
  ...BATTLES,
  model_a: 'generator_1',
  model_b: 'generator_2',
  winner: 'preference',
  judge: 'annotator',
  question_id: 'instruction',
};

const ANY_LABELS = new Map([...MODEL_LABELS, ...SIDE_LABELS]);

function labelled(labels: ReadonlyMap<string, BattleOutcome>) {
  return {
    outcome: (winner: unknown) => (typeof winner === 'string' ? labels.get(winner) : undefined),
    labels: [...labels.keys()],
  };
}

/**
 * AlpacaEval's preference: 1 is the first, 2 the second, between them by log-probability, 1.5 a tie as was 0 before; nothing: the
 * annotation could not be parsed.
 */
function preferred(preference: unknown): BattleOutcome | 'none' | undefined {
  if (preference === null || preference === '') return 'none';
  const value = typeof preference === 'string' ? Number(preference) : preference;
  if (typeof value !== 'number' || Number.isNaN(value)) return undefined;
  if (value === 0 || value === 1.5) return 2;
  if (value < 1 || value > 2) return undefined;
  return value < 1.5 ? 0 : 1;
}

/**
 * How to read a file whose first row has these columns: battles (`model_a`, `model_b`), sides (`left`, `right`) or AlpacaEval's
 * annotations (`generator_1`, `generator_2`, `preference`). Where the user names the columns of the models or the winner, the labels of
 * both kinds count.
 */
export function sourceColumns(found: ReadonlySet<string>, given: ColumnNames): SourceColumns {
  const isMapped = given.model_a !== undefined || given.model_b !== undefined || given.winner !== undefined;
  if (isMapped) return { names: { ...BATTLES, ...given }, ...labelled(ANY_LABELS) };
  if (!found.has('model_a') && found.has('left') && found.has('right')) {
    return { names: { ...SIDES, ...given }, ...labelled(SIDE_LABELS) };
  }
  if (!found.has('model_a') && found.has('generator_1') && found.has('preference')) {
    const labels = ['1 to 2, 1.5 for a tie'];
    return { names: { ...ANNOTATIONS, ...given }, outcome: preferred, labels };
  }
  return { names: { ...BATTLES, ...given }, ...labelled(MODEL_LABELS) };
}
