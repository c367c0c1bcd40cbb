import type { Progress } from '@understudy/core';
import type { WireError } from './wire-error.js';

/** What the host sends to its worker. `call` numbers the calls of one worker. */
export type HostMessage =
  | { readonly type: 'call'; readonly call: number; readonly method: string; readonly argument: unknown }
  | { readonly type: 'stream'; readonly call: number; readonly method: string; readonly argument: unknown }
  | { readonly type: 'items'; readonly call: number; readonly items: readonly unknown[] }
  | { readonly type: 'end'; readonly call: number }
  | { readonly type: 'abort'; readonly call: number };

/** What a worker sends to its host. */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly call: number; readonly progress: Progress }
  | { readonly type: 'result'; readonly call: number; readonly value: unknown }
  | { readonly type: 'want'; readonly call: number; readonly count: number }
  | { readonly type: 'answers'; readonly call: number; readonly items: readonly unknown[] }
  | { readonly type: 'done'; readonly call: number }
  | { readonly type: 'error'; readonly call: number; readonly error: WireError };
