/** Asks for the next item while the last one is worked on. */
export async function* readAhead<T>(items: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  const iterator = items[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done === true) {
        return;
      }
      next = iterator.next();
      // Its error is thrown when its turn comes; until then it is not unhandled.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    // Not awaited: the source may wait for an item that never comes.
    iterator.return?.()?.catch(() => undefined);
  }
}
