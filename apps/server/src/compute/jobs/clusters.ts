import type { BattleTable } from '@understudy/arena';
import type { Clusters } from '@understudy/statistics';

/** The votes by a column, those without a value each alone; undefined without the column. */
export function clustersOf({ columns }: BattleTable, column: string): Clusters | undefined {
  const found = columns.get(column);
  if (found === undefined) return undefined;
  let count = found.values.length;
  return { of: found.codes.map((code) => (code < 0 ? count++ : code)), count };
}
