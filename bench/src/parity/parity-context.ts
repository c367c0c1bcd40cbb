import type { TaskLibrary } from '@understudy/tasks';
import type { BenchPlaces } from '../places/bench-places.js';
import type { RowRun } from './run-row.js';

/** What all comparisons of a bench share. */
export interface ParityContext {
  readonly places: BenchPlaces;
  readonly library: TaskLibrary;
  readonly datasets: RowRun['datasets'];
  /** Folder of fixtures. */
  readonly fixtures: string;
  /** Which rows are wanted, by the fixture's name without its ending. */
  readonly isWanted: (row: string) => boolean;
  /** Told what is being done. */
  readonly note: (line: string) => void;
}

/** A comparison that could not be made, and why. */
export interface Failure {
  readonly error: string;
}
