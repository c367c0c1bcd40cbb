import { DataError } from '@understudy/core';
import { ONE_LETTER_ESCAPES } from './one-letter-escapes.js';
import type { PythonValue } from './python-value.js';
import { TextCursor } from './text-cursor.js';
import { PYTHON_WHITE_SPACE } from './white-space.js';

const BLANK = new RegExp(`(?:[${PYTHON_WHITE_SPACE}]|#[^\\n]*|\\\\\\n)*`, 'uy');
const NUMBER = /[+-]?(?:0x[\da-f_]+|0o[0-7_]+|0b[01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?)/iuy;
const WORD = /None|True|False/uy;
/** A string with its quotes: whether it is raw, and what stands between the quotes. */
const STRINGS: readonly RegExp[] = [
  /(r?)u?'''((?:[^\\]|\\[\s\S])*?)'''/iuy,
  /(r?)u?"""((?:[^\\]|\\[\s\S])*?)"""/iuy,
  /(r?)u?'((?:[^'\\\n]|\\[\s\S])*)'/iuy,
  /(r?)u?"((?:[^"\\\n]|\\[\s\S])*)"/iuy,
];
const ESCAPE = /\\(?:\n|x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|([0-7]{1,3})|([\s\S]))/gu;
const WORDS: ReadonlyMap<string, PythonValue> = new Map([
  ['None', null],
  ['True', true],
  ['False', false],
]);

/**
 * Python's `ast.literal_eval` for what data sets and templates write: strings (all quotes, escapes, raw, joined side by
 * side), numbers, `None`, `True`, `False`, lists, tuples (as arrays) and dictionaries with string keys. Nothing is
 * evaluated. Whole numbers beyond 2^53 become `bigint`. Throws `DataError` on anything else.
 */
export function parsePythonLiteral(text: string): PythonValue {
  return new LiteralReader(text).readAll();
}

class LiteralReader {
  readonly #cursor: TextCursor;

  constructor(text: string) {
    this.#cursor = new TextCursor(text);
  }

  readAll(): PythonValue {
    const value = this.#readValue();
    this.#skipBlank();
    if (!this.#cursor.isAtEnd) this.#fail('the end');
    return value;
  }

  #readValue(): PythonValue {
    this.#skipBlank();
    if (this.#cursor.takeText('[')) return this.#readItems(']').items;
    if (this.#cursor.takeText('(')) return this.#readTuple();
    if (this.#cursor.takeText('{')) return this.#readDictionary();
    const word = this.#cursor.take(WORD);
    if (word !== undefined) return WORDS.get(word[0]) ?? null;
    const number = this.#cursor.take(NUMBER);
    return number === undefined ? this.#readStrings() : toNumber(number[0].replaceAll('_', '').toLowerCase());
  }

  #readItems(close: string): { readonly items: PythonValue[]; readonly hasComma: boolean } {
    const items: PythonValue[] = [];
    let hasComma = false;
    while (!this.#takeText(close)) {
      items.push(this.#readValue());
      if (this.#takeText(',')) hasComma = true;
      else if (!this.#peek(close)) this.#fail(`"," or "${close}"`);
    }
    return { items, hasComma };
  }

  /** One value in parentheses without a comma is that value itself. */
  #readTuple(): PythonValue {
    const { items, hasComma } = this.#readItems(')');
    return items.length === 1 && !hasComma ? (items[0] ?? null) : items;
  }

  #readDictionary(): PythonValue {
    const entries: [string, PythonValue][] = [];
    while (!this.#takeText('}')) {
      const key = this.#readValue();
      if (typeof key !== 'string') this.#fail('a string as key');
      if (!this.#takeText(':')) this.#fail('":"');
      entries.push([key as string, this.#readValue()]);
      if (!this.#takeText(',') && !this.#peek('}')) this.#fail('"," or "}"');
    }
    return Object.fromEntries(entries);
  }

  /** Strings side by side are one string. */
  #readStrings(): string {
    let joined = this.#takeString();
    if (joined === undefined) this.#fail('a string, a number, a list, a tuple, a dictionary, None, True or False');
    let next: string | undefined = '';
    while (next !== undefined) {
      joined += next;
      this.#skipBlank();
      next = this.#takeString();
    }
    return joined;
  }

  #takeString(): string | undefined {
    for (const pattern of STRINGS) {
      const [match, raw = '', body = ''] = this.#cursor.take(pattern) ?? [];
      if (match !== undefined) return raw !== '' || !body.includes('\\') ? body : body.replace(ESCAPE, unescape);
    }
    return undefined;
  }

  #skipBlank(): void {
    this.#cursor.take(BLANK);
  }

  #peek(text: string): boolean {
    this.#skipBlank();
    return this.#cursor.isAt(text);
  }

  #takeText(text: string): boolean {
    this.#skipBlank();
    return this.#cursor.takeText(text);
  }

  #fail(expected: string): never {
    const { position, text } = this.#cursor;
    throw new DataError({
      code: 'python-literal-malformed',
      message:
        `Cannot read a Python literal: expected ${expected} at character ${position}, ` +
        `found ${JSON.stringify(text.slice(position, position + 20))}.`,
      hint: 'Look at this row of the data set, or at the template that writes the list.',
      values: { position, text: text.slice(0, 200) },
    });
  }
}

function toNumber(digits: string): number | bigint {
  if (!/^[+-]?(?:\d+|0[xob].*)$/u.test(digits)) return Number(digits);
  const isNegative = digits.startsWith('-');
  const magnitude = BigInt(digits.replace(/^[+-]/u, ''));
  const value = isNegative ? -magnitude : magnitude;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** Unknown escapes keep their backslash, as Python leaves them. */
function unescape(whole: string, hex2?: string, hex4?: string, hex8?: string, octal?: string, letter?: string): string {
  const hex = hex2 ?? hex4 ?? hex8;
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
  if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
  if (letter === undefined) return '';
  return ONE_LETTER_ESCAPES.get(letter) ?? (/[\\'"]/u.test(letter) ? letter : whole);
}
