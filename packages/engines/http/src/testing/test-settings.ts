import type { RemoteSettings } from '@understudy/core';

/** Settings for tests: short time-outs, few retries. */
export function testSettings(changes: Partial<RemoteSettings> = {}): RemoteSettings {
  return {
    concurrency: 8,
    maxRetries: 3,
    timeouts: { connectMs: 2000, firstByteMs: 500, stallMs: 500 },
    ...changes,
  };
}
