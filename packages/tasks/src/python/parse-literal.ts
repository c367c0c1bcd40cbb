import { DataError } from '@understudy/core';
import type { PythonValue } from './python-value.js';
import { PYTHON_WHITE_SPACE } from './white-space.js';

const BLANK = new RegExp(`(?:[${PYTHON_WHITE_SPACE}]|#[^\\n]*|\\\\\\n)*`, 'uy');
const NUMBER = /[+-]?(?:0x[\da-f_]+|0o[0-7_]+|0b[01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?)/iuy;
const WORD = /None|True|False/uy;
const STRING_START = /(r?)u?("""|'''|"|')/iuy;
const ESCAPE = /\\(?:\n|x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|([0-7]{1,3})|([^]))/gu;
const ONE_LETTER_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);
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
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readAll(): PythonValue {
    const value = this.#readValue();
    this.#skipBlank();
    if (this.#position < this.#text.length) this.#fail('the end');
    return value;
  }

  #readValue(): PythonValue {
    this.#skipBlank();
    const character = this.#text.charAt(this.#position);
    if (character === '[') return this.#readItems(']').items;
    if (character === '(') return this.#readTuple();
    if (character === '{') return this.#readDictionary();
    const word = this.#take(WORD);
    if (word !== undefined) return WORDS.get(word[0]) ?? null;
    const number = this.#take(NUMBER);
    return number === undefined ? this.#readStrings() : toNumber(number[0].replaceAll('_', '').toLowerCase());
  }

  #readItems(close: string): { readonly items: PythonValue[]; readonly hasComma: boolean } {
    this.#position++;
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
    this.#position++;
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
    let joined = '';
    let start = this.#take(STRING_START);
    if (start === undefined) this.#fail('a string, a number, a list, a tuple, a dictionary, None, True or False');
    while (start !== undefined) {
      joined += this.#readStringBody(start[2] ?? '', start[1] !== '');
      this.#skipBlank();
      start = this.#take(STRING_START);
    }
    return joined;
  }

  #readStringBody(quote: string, isRaw: boolean): string {
    const start = this.#position;
    let end = start;
    while (!this.#text.startsWith(quote, end)) {
      const character = this.#text.charAt(end);
      if (character === '' || (character === '\n' && quote.length === 1)) this.#fail(`the closing ${quote}`);
      end += character === '\\' ? 2 : 1;
    }
    this.#position = end + quote.length;
    const body = this.#text.slice(start, end);
    return isRaw || !body.includes('\\') ? body : body.replace(ESCAPE, unescape);
  }

  #skipBlank(): void {
    this.#take(BLANK);
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#text) ?? undefined;
    if (match !== undefined) this.#position = pattern.lastIndex;
    return match;
  }

  #peek(text: string): boolean {
    this.#skipBlank();
    return this.#text.startsWith(text, this.#position);
  }

  #takeText(text: string): boolean {
    const found = this.#peek(text);
    if (found) this.#position += text.length;
    return found;
  }

  #fail(expected: string): never {
    throw new DataError({
      code: 'python-literal-malformed',
      message:
        `Cannot read a Python literal: expected ${expected} at character ${this.#position}, ` +
        `found ${JSON.stringify(this.#text.slice(this.#position, this.#position + 20))}.`,
      hint: 'Look at this row of the data set, or at the template that writes the list.',
      values: { position: this.#position, text: this.#text.slice(0, 200) },
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
