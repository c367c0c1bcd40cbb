/** What the address of the pair's history may say. */
export interface PairsSearch {
  readonly study?: string;
  readonly first?: string;
  readonly second?: string;
  readonly question?: string;
}

/** Reads an address; what is no text is left out. */
export function readPairsSearch(search: Readonly<Record<string, unknown>>): PairsSearch {
  const entries = (['study', 'first', 'second', 'question'] as const).flatMap((key) => {
    const value = search[key];
    return typeof value === 'string' && value !== '' && value.length <= 200 ? [[key, value]] : [];
  });
  return Object.fromEntries(entries) as PairsSearch;
}
