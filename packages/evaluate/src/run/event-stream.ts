/**
 * Runs `work` and yields what it emits while it goes on; returns its result. An error of the work is thrown after the events before it.
 * @param work long work that tells of itself through `emit`; `abandoned` aborts when the reader leaves early, who then waits for its end
 */
export async function* eventStream<E, R>(
  work: (emit: (event: E) => void, abandoned: AbortSignal) => Promise<R>,
): AsyncGenerator<E, R, undefined> {
  let events: E[] = [];
  let wake: (() => void) | undefined;
  const emit = (event: E): void => {
    events.push(event);
    wake?.();
  };
  const state = { isDone: false };
  const abandon = new AbortController();
  const result = work(emit, abandon.signal).finally(() => {
    state.isDone = true;
    wake?.();
  });
  // The error is thrown by the await below; until then it must not count as unhandled.
  result.catch(() => {});
  try {
    while (!state.isDone || events.length > 0) {
      const batch = events;
      events = [];
      yield* batch;
      if (state.isDone || events.length > 0) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    if (!state.isDone) {
      abandon.abort();
      await result.catch(() => undefined);
    }
  }
  return await result;
}
