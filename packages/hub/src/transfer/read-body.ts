import type { Transfer } from './transfer.js';

/** The bytes of an answer as they come. Throws when none comes for `stallTimeoutMs`, or when the transfer is cancelled. */
export async function* readBody(response: Response, transfer: Transfer): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) {
    return;
  }
  try {
    for (;;) {
      transfer.signal?.throwIfAborted();
      const { done, value } = await withDeadline(reader.read(), transfer.stallTimeoutMs);
      if (done) {
        return;
      }
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {}); // A broken stream can't be cancelled; its error is already on its way.
  }
}

async function withDeadline<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no byte for ${timeoutMs / 1000} s`)), timeoutMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
