import {
  assessNonInferiority,
  pairScores,
  type NonInferiority,
  type NonInferiorityOptions,
} from '@understudy/statistics';
import { comparisonsOf, type BattleTable } from '../battles/battle-table.js';
import { textAt, type CodedColumn } from '../battles/coded-column.js';
import { rowsWhere, selectRows } from '../battles/select-battles.js';
import { clustersBy } from '../ratings/battle-clusters.js';

/** The claim that a model can stand in for another, both as the table of battles names them. */
export interface StandInClaim {
  readonly model: string;
  readonly reference: string;
}

/** What the votes on one aspect say of a claim; aspect null: all votes. */
export interface AspectAssessment extends NonInferiority {
  readonly aspect: string | null;
}

/** What votes say of a claim, over all and by aspect. */
export interface StandInAssessment {
  readonly overall: AspectAssessment;
  /** Of all aspects that the table has, sorted; one without votes on the pair has 0 votes. */
  readonly aspects: readonly AspectAssessment[];
}

/**
 * Tests a claim over all votes and by aspect, votes clustered by question: see `assessNonInferiority`. Undefined where one of the two is no
 * model of the table.
 */
export function assessStandIn(
  table: BattleTable,
  claim: StandInClaim,
  options: NonInferiorityOptions = {},
): StandInAssessment | undefined {
  const pair = { model: table.models.indexOf(claim.model), reference: table.models.indexOf(claim.reference) };
  if (pair.model < 0 || pair.reference < 0) return undefined;
  const votes = votesOnPair(table, pair);
  const assess = (aspect: string | null, of: BattleTable): AspectAssessment => {
    const scores = pairScores(comparisonsOf(of), pair, clustersBy(of, 'question_id'));
    return { aspect, ...assessNonInferiority(scores, options) };
  };
  const aspects = table.columns.get('aspect')?.values.toSorted() ?? [];
  const column = votes.columns.get('aspect');
  return {
    overall: assess(null, votes),
    aspects: aspects.map((aspect) => assess(aspect, votesOnAspect(votes, aspect, column))),
  };
}

function votesOnPair(
  table: BattleTable,
  { model, reference }: { readonly model: number; readonly reference: number },
): BattleTable {
  const { first, second } = table;
  const isOnPair = (row: number): boolean =>
    (first[row] === model && second[row] === reference) || (first[row] === reference && second[row] === model);
  return selectRows(table, rowsWhere(table, isOnPair));
}

function votesOnAspect(table: BattleTable, aspect: string, column: CodedColumn | undefined): BattleTable {
  const isOnAspect = (row: number): boolean => column !== undefined && textAt(column, row) === aspect;
  return selectRows(table, rowsWhere(table, isOnAspect));
}
