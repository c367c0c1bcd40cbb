import { clustersBy, comparisonsOf, rowsWhere, selectRows, textAt, type BattleTable } from '@understudy/arena';
import { assessNonInferiority, pairScores } from '@understudy/statistics';

/** Votes and a claim about two of their models, by their number. */
export interface NonInferiorityInput {
  readonly table: BattleTable;
  readonly model: number;
  readonly reference: number;
  readonly margin: number;
}

/** The votes that a claim about one aspect rests on; null: all. */
function votesOf(table: BattleTable, aspect: string | null): BattleTable {
  const column = table.columns.get('aspect');
  if (aspect === null || column === undefined) return table;
  return selectRows(
    table,
    rowsWhere(table, (row) => textAt(column, row) === aspect),
  );
}

function assess({ table, ...claim }: NonInferiorityInput, aspect: string | null) {
  const votes = votesOf(table, aspect);
  const scores = pairScores(comparisonsOf(votes), claim, clustersBy(votes, 'question_id'));
  return { aspect, ...assessNonInferiority(scores, claim) };
}

/** Tests a claim over all votes and by aspect. */
export function nonInferiority(input: NonInferiorityInput) {
  const aspects = (input.table.columns.get('aspect')?.values ?? []).toSorted();
  return { overall: assess(input, null), aspects: aspects.map((aspect) => assess(input, aspect)) };
}
