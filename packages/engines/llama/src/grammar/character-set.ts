import { literal, oneOf } from './gbnf.js';

/** Ranges of code points, both ends included, in ascending order and apart from each other. */
export type CharacterSet = readonly (readonly [low: number, high: number])[];

const LAST = 0x10ffff;

/** Surrogates are no characters of a text. */
const SURROGATES: CharacterSet = [[0xd800, 0xdfff]];

/** A set of ranges in any order. */
export function characterSet(ranges: CharacterSet): CharacterSet {
  const sorted = ranges.toSorted(([a], [b]) => a - b);
  const joined: (readonly [number, number])[] = [];
  for (const [low, high] of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && low <= last[1] + 1) joined[joined.length - 1] = [last[0], Math.max(last[1], high)];
    else joined.push([low, high]);
  }
  return joined;
}

/** All characters but those of a set. */
export function complement(set: CharacterSet): CharacterSet {
  const rest: (readonly [number, number])[] = [];
  let next = 0;
  for (const [low, high] of set) {
    if (low > next) rest.push([next, low - 1]);
    next = high + 1;
  }
  if (next <= LAST) rest.push([next, LAST]);
  return rest;
}

/** The characters that are in both sets. */
export function intersection(a: CharacterSet, b: CharacterSet): CharacterSet {
  return complement(characterSet([...complement(a), ...complement(b)]));
}

/** Characters that a JSON string cannot have as they are, with what stands for them. */
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** What can stand unescaped in a JSON string; DEL, too, is kept out, as llama.cpp's own grammars do. */
const PLAIN = intersection(
  complement(SURROGATES),
  complement(
    characterSet([
      [0, 0x1f],
      [0x22, 0x22],
      [0x5c, 0x5c],
      [0x7f, 0x7f],
    ]),
  ),
);

function classOf(set: CharacterSet): string {
  const ranges = set.map(([low, high]) => (low === high ? codePoint(low) : `${codePoint(low)}-${codePoint(high)}`));
  return `[${ranges.join('')}]`;
}

function codePoint(code: number): string {
  return /[0-9A-Za-z]/.test(String.fromCodePoint(code))
    ? String.fromCodePoint(code)
    : `\\U${code.toString(16).toUpperCase().padStart(8, '0')}`;
}

/**
 * GBNF of one character of a set as it is written inside of a JSON string: as it is, or escaped where JSON has a short escape for it;
 * undefined when no character of the set can be written.
 */
export function writtenCharacter(set: CharacterSet): string | undefined {
  const plain = intersection(set, PLAIN);
  const escaped = Object.entries(ESCAPES).filter(([character]) => has(set, character.codePointAt(0) ?? 0));
  const alternatives = [...(plain.length > 0 ? [classOf(plain)] : []), ...escaped.map(([, text]) => literal(text))];
  return alternatives.length === 0 ? undefined : oneOf(alternatives);
}

function has(set: CharacterSet, code: number): boolean {
  return set.some(([low, high]) => low <= code && code <= high);
}

/** Any character. */
export const ANY: CharacterSet = [[0, LAST]];
