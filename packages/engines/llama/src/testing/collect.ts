/** Items as a stream, as an engine takes its requests. */
export async function* streamOf<T>(items: readonly T[]): AsyncGenerator<T, void, undefined> {
  yield* items;
}

/** All answers of a stream, in order of their ids. */
export async function answersById<T extends { readonly id: number }>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const answers: T[] = [];
  for await (const answer of stream) answers.push(answer);
  return answers.toSorted((a, b) => a.id - b.id);
}
