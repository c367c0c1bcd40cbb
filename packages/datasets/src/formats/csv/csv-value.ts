/** Texts that pandas reads as missing (`pandas.read_csv`, default `na_values`). */
const MISSING: ReadonlySet<string> = new Set(
  '|#N/A|#N/A N/A|#NA|-1.#IND|-1.#QNAN|-NaN|-nan|1.#IND|1.#QNAN|<NA>|N/A|NA|NULL|NaN|None|n/a|nan|null'.split('|'),
);
const INTEGER = /^\s*[+-]?\d+\s*$/;
const FLOAT = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;
const INFINITE = /^\s*[+-]?inf(inity)?\s*$/i;
const TRUE = ['True', 'TRUE', 'true'];
const FALSE = ['False', 'FALSE', 'false'];

/** The dtype pandas gives a column of texts: int64 or uint64, float64 (also integers with gaps), bool, else string. */
export function csvDtype(texts: readonly string[]): string {
  const present = texts.filter((text) => !MISSING.has(text));
  if (present.length === 0) {
    return texts.length === 0 ? 'null' : 'float64';
  }
  if (present.every((text) => INTEGER.test(text))) {
    return present.length === texts.length ? integerDtype(present) : 'float64';
  }
  if (present.every((text) => FLOAT.test(text) || INFINITE.test(text))) {
    return 'float64';
  }
  return present.every((text) => TRUE.includes(text) || FALSE.includes(text)) ? 'bool' : 'string';
}

/** The value of a field in a column of a dtype; a text that does not fit stays a text, for the caller to refuse. */
export function csvValue(text: string, dtype: string): null | boolean | number | bigint | string {
  if (MISSING.has(text)) {
    return null;
  }
  if (/^u?int/.test(dtype) && INTEGER.test(text)) {
    const number = Number(text);
    return Number.isSafeInteger(number) ? number : BigInt(text.trim().replace(/^\+/, ''));
  }
  if (dtype.startsWith('float') && INFINITE.test(text)) {
    return text.trim().startsWith('-') ? -Infinity : Infinity;
  }
  if (dtype.startsWith('float') && FLOAT.test(text)) {
    return Number(text);
  }
  if (dtype === 'bool' && (TRUE.includes(text) || FALSE.includes(text))) {
    return TRUE.includes(text);
  }
  return text;
}

/** int64, else uint64, else text: integers that fit neither stay as they are written. */
function integerDtype(texts: readonly string[]): string {
  const integers = texts.map((text) => BigInt(text.trim().replace(/^\+/, '')));
  if (integers.every((integer) => BigInt.asIntN(64, integer) === integer)) {
    return 'int64';
  }
  return integers.every((integer) => BigInt.asUintN(64, integer) === integer) ? 'uint64' : 'string';
}
