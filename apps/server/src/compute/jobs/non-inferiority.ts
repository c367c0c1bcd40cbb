import { comparisonsOf, textAt, type BattleTable } from '@understudy/arena';
import { assessNonInferiority, pairScores, type Clusters } from '@understudy/statistics';
import { clustersOf } from './clusters.js';

/** Votes and a claim about two of their models, by their number. */
export interface NonInferiorityInput {
  readonly table: BattleTable;
  readonly model: number;
  readonly reference: number;
  readonly margin: number;
}

/** The rows of a table that a claim about one aspect rests on. */
function rowsOf(table: BattleTable, aspect: string | null): Int32Array {
  const column = table.columns.get('aspect');
  const rows = Array.from(table.first.keys());
  return Int32Array.from(
    aspect === null || column === undefined ? rows : rows.filter((row) => textAt(column, row) === aspect),
  );
}

function assess({ table, ...claim }: NonInferiorityInput, aspect: string | null) {
  const rows = rowsOf(table, aspect);
  const pick = (column: ArrayLike<number>): Int32Array => rows.map((row) => column[row] ?? 0);
  const all = comparisonsOf(table);
  const comparisons = {
    models: all.models,
    first: pick(all.first),
    second: pick(all.second),
    outcome: Uint8Array.from(pick(all.outcome)),
  };
  const questions = clustersOf(table, 'question_id');
  const clusters: Clusters | undefined = questions && { count: questions.count, of: pick(questions.of) };
  return { aspect, ...assessNonInferiority(pairScores(comparisons, claim, clusters), claim) };
}

/** Tests a claim over all votes and by aspect. */
export function nonInferiority(input: NonInferiorityInput) {
  const aspects = (input.table.columns.get('aspect')?.values ?? []).toSorted();
  return { overall: assess(input, null), aspects: aspects.map((aspect) => assess(input, aspect)) };
}
