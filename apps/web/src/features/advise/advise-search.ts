/** The needs, as the address of the page and the query of the API have them. */
export const NEED_KEYS = [
  'area',
  'reference',
  'margin',
  'confidence',
  'language',
  'commercial',
  'users',
  'asService',
  'hosted',
  'maxMemory',
  'quantization',
  'context',
  'speed',
  'bandwidth',
  'maxCost',
  'unknown',
] as const;

/** One of the needs. */
export type NeedKey = (typeof NEED_KEYS)[number];

/** What the address says; every value as it is typed. */
export type AdviseSearch = Readonly<Partial<Record<NeedKey, string>>>;

const LONGEST = 300;

/** Reads an address; the server says what is wrong with a need. The router reads what looks like a number or a truth as one. */
export function readAdviseSearch(search: Readonly<Record<string, unknown>>): AdviseSearch {
  const entries = NEED_KEYS.flatMap((key) => {
    const value = search[key];
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    return typeof text === 'string' && text !== '' && text.length <= LONGEST ? [[key, text] as const] : [];
  });
  return Object.fromEntries(entries);
}
