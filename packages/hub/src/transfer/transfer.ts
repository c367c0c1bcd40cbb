import type { OnProgress } from '@understudy/core';
import { understudyHome } from './home.js';
import type { OnNotice } from './notice.js';

/** How files are fetched. What is left out comes from the environment. */
export interface TransferOptions {
  /** Folder that keeps the files; default `UNDERSTUDY_HOME`. */
  readonly home?: string | undefined;
  /** Use nothing but what is on disk; default `HF_HUB_OFFLINE`. */
  readonly offline?: boolean | undefined;
  /** Look for a newer state of a branch, although one is on disk. */
  readonly refresh?: boolean | undefined;
  readonly onProgress?: OnProgress | undefined;
  readonly onNotice?: OnNotice | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Source of `HF_ENDPOINT`, `HF_TOKEN`, `HF_HUB_OFFLINE`, `UNDERSTUDY_HOME`, `UNDERSTUDY_PYTHON`. */
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** A source that has not answered after this time counts as silent; default 30 s. */
  readonly answerTimeoutMs?: number | undefined;
  /** A transfer without a byte for this time counts as broken, and is resumed; default 30 s. */
  readonly stallTimeoutMs?: number | undefined;
}

/** `TransferOptions` with everything decided. */
export interface Transfer {
  readonly home: string;
  /** Address of the data hub, without a slash at its end. */
  readonly endpoint: string;
  /** Access token of the data hub: a secret. */
  readonly token: string | undefined;
  readonly offline: boolean;
  readonly refresh: boolean;
  readonly onProgress: OnProgress;
  readonly onNotice: OnNotice;
  readonly signal: AbortSignal | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly answerTimeoutMs: number;
  readonly stallTimeoutMs: number;
}

const DEFAULT_ENDPOINT = 'https://huggingface.co';
const TRUE_WORDS = ['1', 'ON', 'YES', 'TRUE'];

/** Fills in `TransferOptions` from the environment, with the words the hub's own clients understand. */
export function openTransfer(options: TransferOptions = {}): Transfer {
  const env = options.env ?? process.env;
  return {
    home: options.home ?? understudyHome(env),
    endpoint: (env['HF_ENDPOINT'] || DEFAULT_ENDPOINT).replace(/\/+$/, ''),
    token: env['HF_TOKEN'] || undefined,
    offline: options.offline ?? TRUE_WORDS.includes((env['HF_HUB_OFFLINE'] ?? '').toUpperCase()),
    refresh: options.refresh ?? false,
    onProgress: options.onProgress ?? (() => {}),
    onNotice: options.onNotice ?? (() => {}),
    signal: options.signal,
    env,
    answerTimeoutMs: options.answerTimeoutMs ?? 30_000,
    stallTimeoutMs: options.stallTimeoutMs ?? 30_000,
  };
}
