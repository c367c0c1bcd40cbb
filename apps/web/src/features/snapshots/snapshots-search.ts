/** Which two snapshots are compared, in the page's address. */
export interface SnapshotsSearch {
  readonly before?: string;
  readonly after?: string;
}

/** Reads an address; what is no text is left out. */
export function readSnapshotsSearch(search: Readonly<Record<string, unknown>>): SnapshotsSearch {
  const { before, after } = search;
  return {
    ...(typeof before === 'string' && before !== '' ? { before } : {}),
    ...(typeof after === 'string' && after !== '' ? { after } : {}),
  };
}
