import type { EngineCounters, EngineInfo, Progress } from '@understudy/core';
import type { TaskDocument } from '@understudy/tasks';

/** What a run tells of itself while it goes on. */
export type RunEvent =
  /** A download or a conversion. */
  | { readonly type: 'model-progress'; readonly progress: Progress }
  | {
      readonly type: 'engine-opened';
      readonly purpose: 'scoring' | 'generation';
      readonly info: EngineInfo;
      readonly reason: string;
    }
  /** `stored` documents of a resumed run are not computed again. */
  | {
      readonly type: 'run-started';
      readonly runId: string;
      readonly isResumed: boolean;
      readonly documents: number;
      readonly stored: number;
    }
  /** `example` is the split's first document, of a task that has documents left to be computed. */
  | {
      readonly type: 'task-started';
      readonly task: string;
      readonly documents: number;
      readonly stored: number;
      readonly example: TaskDocument | undefined;
    }
  | { readonly type: 'task-finished'; readonly task: string }
  /** Documents of the whole run; `counters` are sums over its engines. */
  | {
      readonly type: 'progress';
      readonly done: number;
      readonly total: number;
      readonly counters: EngineCounters;
      readonly elapsedMs: number;
    }
  /** One line worth telling, e.g. that a sample failed. */
  | { readonly type: 'notice'; readonly message: string };

/** How a run ended; its results are read from the store. */
export interface RunOutcome {
  readonly runId: string;
  readonly status: 'finished' | 'stopped';
  /** Documents that are stored, those of earlier sessions included. */
  readonly stored: number;
  /** Samples that failed; the same command computes them again. */
  readonly failedSamples: number;
}
