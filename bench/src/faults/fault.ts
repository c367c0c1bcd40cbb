import type { CliResult } from './cli-process.js';
import type { Scene } from './scene.js';

/** What became of a fault. */
export interface Shown {
  readonly result: CliResult;
  /** What is kept of the work, in words. */
  readonly kept: string;
  /** What is not as it should be; empty when all is well. */
  readonly wrong: readonly string[];
}

/** A fault, and how it is shown. */
export interface Fault {
  readonly name: string;
  /** Why it cannot be shown on this machine; undefined when it can. */
  readonly obstacle?: () => string | undefined;
  readonly show: (scene: Scene) => Promise<Shown>;
}
