/** How two runs did on a document. */
export const OUTCOMES = ['both', 'neither', 'only-first', 'only-second', 'different'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** In which order documents are listed: by number, or by the difference first − second. */
export const PAIR_SORTS = ['document', 'ascending', 'descending'] as const;
export type PairSort = (typeof PAIR_SORTS)[number];

/** What the address of the comparison says. */
export interface CompareSearch {
  readonly first?: string;
  readonly second?: string;
  readonly task?: string;
  /** The column whose documents are listed. */
  readonly column?: string;
  readonly outcome?: Outcome;
  readonly sort?: PairSort;
  readonly cursor?: string;
  /** The document that is shown side by side: its numbers in both runs. */
  readonly document?: number;
  readonly secondDocument?: number;
}

/** Reads an address; what does not fit is left out, and what hangs on a choice that is not made. */
export function readCompareSearch(search: Readonly<Record<string, unknown>>): CompareSearch {
  const task = text(search['task']);
  const column = task === undefined ? undefined : text(search['column']);
  const document = task === undefined ? undefined : whole(search['document']);
  const parts: { readonly [Key in keyof CompareSearch]?: CompareSearch[Key] | undefined } = {
    first: text(search['first']),
    second: text(search['second']),
    task,
    column,
    outcome: column === undefined ? undefined : OUTCOMES.find((each) => each === search['outcome']),
    sort: column === undefined ? undefined : PAIR_SORTS.slice(1).find((each) => each === search['sort']),
    cursor: column === undefined ? undefined : text(search['cursor']),
    document,
    secondDocument: document === undefined ? undefined : whole(search['secondDocument']),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

/** The router reads a text of digits as a number. */
function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' && value.length <= 300 ? value : undefined;
}

function whole(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
