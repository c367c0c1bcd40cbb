import type { BenchPlaces } from '../places/bench-places.js';
import type { SpeedTask } from './speed-task.js';

/** What all contestants of a bench share. */
export interface SpeedContext {
  readonly places: BenchPlaces;
  /** The model's name among the bench's models. */
  readonly model: string;
  /** The environment of the programs: the data hub, Understudy's home. */
  readonly env: NodeJS.ProcessEnv;
  /** For each program. */
  readonly timeoutMs: number;
  readonly isQuick: boolean;
}

/** Documents a leaf task, few and many. */
export function sizes(few: number): readonly [number, number] {
  return [few, 3 * few];
}

/** Documents a leaf task of the small run. */
export function fewOf(task: SpeedTask, { isQuick }: Pick<SpeedContext, 'isQuick'>): number {
  return isQuick ? task.quickFew : task.few;
}
