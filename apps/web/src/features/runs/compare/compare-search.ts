/** What the address of the comparison says. */
export interface CompareSearch {
  readonly first?: string;
  readonly second?: string;
  readonly task?: string;
}

/** Reads an address; what is no text is left out. */
export function readCompareSearch(search: Readonly<Record<string, unknown>>): CompareSearch {
  const texts = (['first', 'second', 'task'] as const).flatMap((key) => {
    const value = search[key];
    return typeof value === 'string' && value !== '' && value.length <= 200 ? [[key, value]] : [];
  });
  return Object.fromEntries(texts) as CompareSearch;
}
