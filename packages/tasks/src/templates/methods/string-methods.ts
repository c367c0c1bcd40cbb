import { capitalizePython } from '../../python/capitalize.js';
import { lstripPython, rstripPython, stripPython } from '../../python/white-space.js';
import { codePoints, toCodePointIndex } from '../code-points.js';
import { isList, TemplateFailure } from '../values.js';
import type { Method } from './method.js';
import { join, partition, replace, rsplit, split } from './split-methods.js';

const DIGITS = /^[\p{Nd}\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]+$/u;
/** What `splitlines` splits at; written as text, because the lint rules refuse control characters in expressions. */
const LINE_END = '(?:\\r\\n|[\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029])';
const LINE_ENDS = new RegExp(LINE_END, 'u');
const LAST_LINE_END = new RegExp(`${LINE_END}$`, 'u');

function stripWith(
  strip: (text: string) => string,
  sides: { readonly left: boolean; readonly right: boolean },
): Method<string> {
  return (self, args) => {
    const given = args.optional(0, 'chars');
    if (given === undefined || given === null) return strip(self);
    const characters = new Set(codePoints(args.text(0, 'chars')));
    const points = codePoints(self);
    let [start, end] = [0, points.length];
    while (sides.left && start < end && characters.has(points[start] ?? '')) start++;
    while (sides.right && end > start && characters.has(points[end - 1] ?? '')) end--;
    return points.slice(start, end).join('');
  };
}

function affix(test: (self: string, text: string) => boolean): Method<string> {
  return (self, args) => {
    const wanted = args.value(0, 'prefix');
    if (isList(wanted)) return wanted.some((item) => typeof item === 'string' && test(self, item));
    return test(self, args.text(0, 'prefix'));
  };
}

function find(search: (self: string, text: string) => number): Method<string> {
  return (self, args) => toCodePointIndex(self, search(self, args.text(0, 'sub')));
}

function indexOf(search: (self: string, text: string) => number): Method<string> {
  return (self, args) => {
    const found = search(self, args.text(0, 'sub'));
    if (found < 0) throw new TemplateFailure('substring not found');
    return toCodePointIndex(self, found);
  };
}

function pad(make: (self: string, missing: number, fill: string) => string): Method<string> {
  return (self, args) => {
    const missing = args.integer(0, 'width') - codePoints(self).length;
    return missing <= 0 ? self : make(self, missing, args.text(1, 'fillchar', ' '));
  };
}

/** Letters after a character that is no letter become upper case (title case), the others lower case. */
const title: Method<string> = (self) => self.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => capitalizePython(word));

const hasCase = (text: string): boolean => text.toLowerCase() !== text.toUpperCase();

/** Methods of `str`. Positions and lengths count code points. */
export const STRING_METHODS: ReadonlyMap<string, Method<string>> = new Map<string, Method<string>>([
  ['strip', stripWith(stripPython, { left: true, right: true })],
  ['lstrip', stripWith(lstripPython, { left: true, right: false })],
  ['rstrip', stripWith(rstripPython, { left: false, right: true })],
  ['lower', (self) => self.toLowerCase()],
  ['casefold', (self) => self.toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ')],
  ['upper', (self) => self.toUpperCase()],
  ['capitalize', capitalizePython],
  ['title', title],
  ['split', split],
  ['rsplit', rsplit],
  ['splitlines', (self) => (self === '' ? [] : self.replace(LAST_LINE_END, '').split(LINE_ENDS))],
  ['replace', replace],
  ['join', join],
  ['startswith', affix((self, text) => self.startsWith(text))],
  ['endswith', affix((self, text) => self.endsWith(text))],
  [
    'removeprefix',
    (self, args) => (self.startsWith(args.text(0, 'prefix')) ? self.slice(args.text(0, 'prefix').length) : self),
  ],
  [
    'removesuffix',
    (self, args) => {
      const suffix = args.text(0, 'suffix');
      return suffix !== '' && self.endsWith(suffix) ? self.slice(0, -suffix.length) : self;
    },
  ],
  ['find', find((self, text) => self.indexOf(text))],
  ['rfind', find((self, text) => self.lastIndexOf(text))],
  ['index', indexOf((self, text) => self.indexOf(text))],
  ['rindex', indexOf((self, text) => self.lastIndexOf(text))],
  [
    'count',
    (self, args) => {
      const text = args.text(0, 'sub');
      return text === '' ? codePoints(self).length + 1 : self.split(text).length - 1;
    },
  ],
  ['partition', partition((self, text) => self.indexOf(text), false)],
  ['rpartition', partition((self, text) => self.lastIndexOf(text), true)],
  ['ljust', pad((self, missing, fill) => self + fill.repeat(missing))],
  ['rjust', pad((self, missing, fill) => fill.repeat(missing) + self)],
  [
    'zfill',
    (self, args) => {
      const [, sign = '', digits = ''] = /^([+-]?)(.*)$/s.exec(self) ?? [];
      return sign + digits.padStart(args.integer(0, 'width') - sign.length, '0');
    },
  ],
  ['isdigit', (self) => DIGITS.test(self)],
  ['isdecimal', (self) => /^\p{Nd}+$/u.test(self)],
  ['isnumeric', (self) => /^\p{N}+$/u.test(self)],
  ['isalpha', (self) => /^\p{L}+$/u.test(self)],
  ['isalnum', (self) => /^[\p{L}\p{N}]+$/u.test(self)],
  ['isspace', (self) => self !== '' && stripPython(self) === ''],
  ['isupper', (self) => hasCase(self) && self === self.toUpperCase()],
  ['islower', (self) => hasCase(self) && self === self.toLowerCase()],
]);
