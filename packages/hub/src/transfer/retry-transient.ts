import { UnderstudyError } from '@understudy/core';
import pRetry from 'p-retry';
import { SourceError } from './source-error.js';

/** How often and how soon a broken transfer is tried again; the pause doubles each time. */
export interface RetryPolicy {
  readonly retries: number;
  readonly minTimeoutMs: number;
}

/** What is tried again, for the error when it stays broken. */
export interface RetryOptions {
  /** Without secrets. */
  readonly source: string;
  readonly signal: AbortSignal | undefined;
  readonly policy?: RetryPolicy | undefined;
}

const PATIENT: RetryPolicy = { retries: 4, minTimeoutMs: 500 };

/**
 * Tries again when a connection broke or the source had trouble of its own (HTTP 5xx, 429). Plain errors of the network become
 * `SourceError` `source-interrupted` when they stay.
 */
export async function retryTransient<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { source, signal, policy = PATIENT } = options;
  try {
    return await pRetry(work, {
      retries: policy.retries,
      minTimeout: policy.minTimeoutMs,
      ...(signal ? { signal } : {}),
      shouldRetry: ({ error }) => !signal?.aborted && isTransient(error),
    });
  } catch (error) {
    if (signal?.aborted || !isTransient(error) || error instanceof SourceError) {
      throw error;
    }
    throw new SourceError({
      code: 'source-interrupted',
      source,
      reason: `the transfer broke off ${policy.retries + 1} times (${error instanceof Error ? error.message : String(error)})`,
      hint: 'Run the same command again: it goes on where it stopped.',
      cause: error,
    });
  }
}

function isTransient(error: unknown): boolean {
  if (error instanceof SourceError) {
    return error.status !== undefined && (error.status >= 500 || error.status === 429 || error.status === 416);
  }
  const isOfTheFileSystem = error instanceof Error && 'syscall' in error && 'path' in error;
  return error instanceof Error && !isOfTheFileSystem && !UnderstudyError.isInstance(error);
}
