import { characterSet, complement, intersection, type CharacterSet } from './character-set.js';

/** A regular expression in parts: what of ECMAScript's says which characters follow one another. */
export type PatternNode =
  | { readonly kind: 'characters'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'alternatives'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly of: PatternNode; readonly least: number; readonly most: number | undefined };

/** A pattern and where it is anchored; without an anchor anything may stand before or behind it. */
export interface ParsedPattern {
  readonly node: PatternNode;
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
}

const single = (character: string): CharacterSet => {
  const code = character.codePointAt(0) ?? 0;
  return [[code, code]];
};

const DIGITS: CharacterSet = [[0x30, 0x39]];
const WORDS = characterSet([...DIGITS, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]]);
const SPACES = characterSet([
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]);
const LINE_ENDS = characterSet([
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
]);
const CLASSES: Readonly<Record<string, CharacterSet>> = {
  d: DIGITS,
  D: complement(DIGITS),
  w: WORDS,
  W: complement(WORDS),
  s: SPACES,
  S: complement(SPACES),
};
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', 0: '\0' };

/** Reads a pattern. Throws `Error` naming what cannot be used: look-around, back references, anchors inside, … */
export function parsePattern(pattern: string): ParsedPattern {
  return new PatternParser(pattern).parse();
}

class PatternParser {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(pattern: string) {
    // Checks what is not looked at below, e.g. ranges in the wrong order.
    void new RegExp(pattern, 'u');
    this.#characters = Array.from(pattern);
  }

  parse(): ParsedPattern {
    const isAtStart = this.#take('^');
    const isAtEnd = this.#characters.at(-1) === '$' && this.#characters.at(-2) !== '\\';
    const node = this.#alternatives();
    if (isAtEnd) this.#take('$');
    if (this.#at < this.#characters.length) throw new Error(`${this.#next} cannot be used at this place`);
    if ((isAtStart || isAtEnd) && node.kind === 'alternatives') {
      throw new Error('an anchor beside alternatives cannot be used; put them in parentheses: ^(a|b)$');
    }
    return { node, isAtStart, isAtEnd };
  }

  get #next(): string | undefined {
    return this.#characters[this.#at];
  }

  #take(character: string): boolean {
    if (this.#next !== character) return false;
    this.#at += 1;
    return true;
  }

  #alternatives(): PatternNode {
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    return options.length === 1 ? options[0]! : { kind: 'alternatives', options };
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#next !== undefined && !'|)$'.includes(this.#next)) parts.push(this.#repeated());
    return { kind: 'sequence', parts };
  }

  #repeated(): PatternNode {
    const of = this.#atom();
    const counts = /^(?:[*+?]|\{(\d+)(,(\d*))?\})/.exec(this.#characters.slice(this.#at).join(''));
    if (counts === null) return of;
    const [text, first, comma, last] = counts;
    this.#at += text.length;
    // Which of several readings is preferred makes no difference to what can be written.
    this.#take('?');
    const least = first === undefined ? (text === '+' ? 1 : 0) : Number(first);
    const most =
      first === undefined
        ? text === '?'
          ? 1
          : undefined
        : comma === undefined
          ? least
          : last === ''
            ? undefined
            : Number(last);
    return { kind: 'repeat', of, least, most };
  }

  #atom(): PatternNode {
    const character = this.#characters[this.#at++] ?? '';
    switch (character) {
      case '(':
        return this.#group();
      case '[':
        return { kind: 'characters', set: this.#class() };
      case '.':
        return { kind: 'characters', set: complement(LINE_ENDS) };
      case '\\':
        return { kind: 'characters', set: this.#escape() };
      case '^':
        throw new Error('^ cannot be used inside of a pattern');
      default:
        return { kind: 'characters', set: single(character) };
    }
  }

  #group(): PatternNode {
    if (this.#take('?')) {
      if (this.#take('<') && this.#next !== '=' && this.#next !== '!') {
        while (this.#next !== '>') this.#at += 1;
        this.#at += 1;
      } else if (!this.#take(':')) {
        throw new Error('look-around cannot be used');
      }
    }
    const node = this.#alternatives();
    if (!this.#take(')')) throw new Error(`${this.#next ?? 'the end'} cannot be used at this place`);
    return node;
  }

  #class(): CharacterSet {
    const isNegated = this.#take('^');
    const ranges: (readonly [number, number])[] = [];
    while (!this.#take(']')) {
      const low = this.#classAtom();
      if (this.#next === '-' && this.#characters[this.#at + 1] !== ']') {
        this.#at += 1;
        const high = this.#classAtom();
        ranges.push([low[0]?.[0] ?? 0, high[0]?.[0] ?? 0]);
      } else {
        ranges.push(...low);
      }
    }
    const set = characterSet(ranges);
    return isNegated ? complement(set) : set;
  }

  #classAtom(): CharacterSet {
    const character = this.#characters[this.#at++] ?? '';
    return character === '\\' ? this.#escape({ inClass: true }) : single(character);
  }

  #escape({ inClass = false } = {}): CharacterSet {
    const character = this.#characters[this.#at++] ?? '';
    if (inClass && character === 'b') return single('\b');
    const known = CLASSES[character] ?? (CONTROLS[character] === undefined ? undefined : single(CONTROLS[character]));
    if (known !== undefined) return known;
    if (character === 'x') return this.#hexadecimal(/^[0-9a-f]{2}/i);
    if (character === 'u') return this.#hexadecimal(/^(?:[0-9a-f]{4}|\{[0-9a-f]+\})/i);
    if (/[0-9A-Za-z]/.test(character)) throw new Error(`\\${character} cannot be used`);
    return single(character);
  }

  #hexadecimal(form: RegExp): CharacterSet {
    const [text = ''] = form.exec(this.#characters.slice(this.#at, this.#at + 10).join('')) ?? [];
    this.#at += text.length;
    const code = Number.parseInt(text.replaceAll(/[{}]/g, ''), 16);
    return intersection([[code, code]], [[0, 0x10ffff]]);
  }
}
