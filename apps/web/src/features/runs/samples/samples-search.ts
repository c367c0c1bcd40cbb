/** What a reader should know of a sample. */
export const SAMPLE_MARKS = ['failed', 'truncatedPrompt', 'truncatedAnswer', 'noAnswer', 'tie', 'cached'] as const;
export type SampleMark = (typeof SAMPLE_MARKS)[number];

/** Which samples the address asks for, in which order. */
export interface SamplesSearch {
  /** Whose values lie between the two bounds. */
  readonly column?: string;
  readonly least?: number;
  readonly largest?: number;
  /** Any of these, joined by commas. */
  readonly marks?: string;
  /** A column; by document without it. */
  readonly sort?: string;
  readonly direction?: 'ascending' | 'descending';
  /** Where the page begins. */
  readonly cursor?: string;
}

/** Reads an address; what does not fit is left out, as is a bound without a column and a direction without an order. */
export function readSamplesSearch(search: Readonly<Record<string, unknown>>): SamplesSearch {
  const column = text(search['column']);
  const sort = text(search['sort']);
  const marks = marksOf(search['marks']);
  const direction = search['direction'] === 'ascending' ? 'ascending' : 'descending';
  const parts: { readonly [Key in keyof SamplesSearch]?: SamplesSearch[Key] | undefined } = {
    column,
    least: column === undefined ? undefined : bound(search['least']),
    largest: column === undefined ? undefined : bound(search['largest']),
    marks: marks.length === 0 ? undefined : marks.join(','),
    sort,
    direction: sort === undefined ? undefined : direction,
    cursor: text(search['cursor']),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

/** The marks of an address. */
export function marksOf(value: unknown): readonly SampleMark[] {
  const named = typeof value === 'string' ? value.split(',') : [];
  return SAMPLE_MARKS.filter((mark) => named.includes(mark));
}

/** The search as the server is asked. */
export function samplesQueryOf({ least, largest, ...rest }: SamplesSearch): Readonly<Record<string, string>> {
  return {
    ...rest,
    ...(least === undefined ? {} : { least: String(least) }),
    ...(largest === undefined ? {} : { largest: String(largest) }),
  };
}

/** The router reads `cursor=41` as a number, which it is not here. */
function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' && value.length <= 300 ? value : undefined;
}

function bound(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
