import { UserError } from '@understudy/core';
import type { Clusters } from '@understudy/statistics';
import type { BattleTable } from '../battles/battle-table.js';
import { countValues, MISSING, type CodedColumn } from '../battles/coded-column.js';
import { columnOf } from '../battles/column-of.js';

/** A way of clustering votes. */
export interface NamedClusters {
  readonly column: string;
  readonly clusters: Clusters;
}

/** The columns by which votes are clustered, each where it repeats, when nothing else is asked for. */
export const DEFAULT_CLUSTERS: readonly string[] = ['question_id', 'judge'];

/**
 * The ways in which votes are clustered: those asked for, else `question_id` and `judge`, each where its values repeat. A vote without a
 * value is a cluster of its own. Raises `UserError` for a column that is not there, has one value only, or for more than two columns.
 */
export function battleClusters(table: BattleTable, asked: readonly string[] | undefined): readonly NamedClusters[] {
  if (asked === undefined) {
    return DEFAULT_CLUSTERS.flatMap((column) => {
      const values = table.columns.get(column);
      return values === undefined || !repeats(values) ? [] : [{ column, clusters: clustersOf(values) }];
    });
  }
  if (asked.length > 2) throw clusterError(asked.join(','), 'votes are clustered in two ways at the most');
  return asked.map((column) => {
    const clusters = clustersOf(columnOf(table, column));
    if (clusters.count < 2)
      throw clusterError(column, 'all votes are in one cluster, which tells nothing of how they vary');
    return { column, clusters };
  });
}

/** Whether there are several values, some of them more than once. */
function repeats(column: CodedColumn): boolean {
  const { counts, missing } = countValues(column);
  return counts.length + missing > 1 && counts.some((count) => count > 1);
}

/** The votes by the values of a column, those without a value each alone; undefined without the column. */
export function clustersBy({ columns }: BattleTable, column: string): Clusters | undefined {
  const values = columns.get(column);
  return values && clustersOf(values);
}

function clustersOf({ values, codes }: CodedColumn): Clusters {
  let count = values.length;
  const of = codes.map((code) => (code === MISSING ? count++ : code));
  return { count, of };
}

/** Says why votes cannot be clustered in a way. */
export function clusterError(columns: string, problem: string): UserError {
  return new UserError({
    code: 'ratings-cluster',
    message: `Could not cluster votes by ${columns}: ${problem}.`,
    hint: 'Name one or two columns, or none to take all votes as independent.',
    values: { columns },
  });
}
