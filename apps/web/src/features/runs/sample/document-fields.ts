/** A column of a document. */
export interface DocumentField {
  readonly name: string;
  /** A text as it is, anything else as JSON. */
  readonly text: string;
  readonly isText: boolean;
}

/**
 * The columns of a document that is stored as JSON. Undefined for what is no object, and for what JavaScript does not read: Python writes
 * NaN and Infinity into JSON. Numbers are shown as JavaScript reads them (`1.0` as 1); the JSON itself is shown beside.
 */
export function documentFields(doc: string): readonly DocumentField[] | undefined {
  const parsed = parse(doc);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
  return Object.entries(parsed).map(([name, value]) => ({
    name,
    text: typeof value === 'string' ? value : JSON.stringify(value, null, 2),
    isText: typeof value === 'string',
  }));
}

function parse(doc: string): unknown {
  try {
    return JSON.parse(doc) as unknown;
  } catch {
    return undefined;
  }
}
