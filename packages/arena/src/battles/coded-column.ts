/** A column of texts, each held once: row i has `values[codes[i]]`; a code of −1 is a missing value. */
export interface CodedColumn {
  readonly values: readonly string[];
  readonly codes: Int32Array;
}

/** The code of a row that has no value. */
export const MISSING = -1;

/** The text of a row, undefined where it has none. */
export function textAt({ values, codes }: CodedColumn, row: number): string | undefined {
  const code = codes[row] ?? MISSING;
  return code === MISSING ? undefined : values[code];
}

/** The rows of a column at these places; values that no row has any more are dropped, the others keep their order. */
export function pickRows({ values, codes }: CodedColumn, rows: Int32Array): CodedColumn {
  const used = new Uint8Array(values.length);
  for (const row of rows) {
    const code = codes[row]!;
    if (code !== MISSING) used[code] = 1;
  }
  const renamed = new Int32Array(values.length).fill(MISSING);
  let count = 0;
  for (let code = 0; code < values.length; code += 1) if (used[code] === 1) renamed[code] = count++;
  return {
    values: values.filter((_, code) => used[code] === 1),
    codes: Int32Array.from(rows, (row) => (codes[row] === MISSING ? MISSING : renamed[codes[row]!]!)),
  };
}

/** How many rows have each value, and how many have none. */
export function countValues({ values, codes }: CodedColumn): { readonly counts: Int32Array; readonly missing: number } {
  const counts = new Int32Array(values.length);
  let missing = 0;
  for (const code of codes) {
    if (code === MISSING) missing += 1;
    else counts[code]! += 1;
  }
  return { counts, missing };
}
