import { readBattles, type BattleTable, type ColumnNames } from '@understudy/arena';
import { progressLine } from '../../terminal/progress-line.js';
import { showProgress } from '../../terminal/show-progress.js';
import type { CommandContext } from '../command-context.js';

/** How a battle file is read. */
export interface BattleFileOptions {
  readonly columns?: ColumnNames | undefined;
  /** Leaves out what `columns` names and the file does not have. */
  readonly columnsMayMiss?: boolean;
  /** Columns by which votes are told apart, besides the usual ones. */
  readonly keep: readonly string[];
}

/** Reads the battles of a file and tells how far it is. */
export async function readBattleFile(
  path: string,
  { columns, columnsMayMiss = false, keep }: BattleFileOptions,
  { stderr, signal }: Pick<CommandContext, 'stderr' | 'signal'>,
): Promise<BattleTable> {
  using display = showProgress(stderr);
  return await readBattles(path, {
    ...(columns === undefined ? {} : { columns }),
    columnsMayMiss,
    keep,
    onProgress: (progress) => display.update(progressLine(progress)),
    signal,
  });
}
