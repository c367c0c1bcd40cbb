import { lstripPython, rstripPython, splitWhiteSpace } from '../../python/white-space.js';
import { codePoints } from '../code-points.js';
import { iterate } from '../compare.js';
import { defined, TemplateFailure, typeName } from '../values.js';
import type { Method } from './method.js';

/** `split(sep=None, maxsplit=-1)`. */
export const split: Method<string> = (self, args) => {
  const limit = args.integer(1, 'maxsplit', -1);
  const separator = args.optional(0, 'sep');
  if (separator === undefined || separator === null) {
    const words = splitWhiteSpace(self);
    if (limit < 0 || words.length <= limit) return words;
    let rest = lstripPython(self);
    for (const word of words.slice(0, limit)) rest = lstripPython(rest.slice(word.length));
    return [...words.slice(0, limit), rstripPython(rest)];
  }
  const text = nonEmpty(args.text(0, 'sep'));
  const parts = self.split(text);
  return limit < 0 || parts.length <= limit + 1 ? parts : [...parts.slice(0, limit), parts.slice(limit).join(text)];
};

/** `rsplit(sep=None, maxsplit=-1)`. */
export const rsplit: Method<string> = (self, args) => {
  const limit = args.integer(1, 'maxsplit', -1);
  const separator = args.optional(0, 'sep');
  const isWhite = separator === undefined || separator === null;
  const text = isWhite ? ' ' : nonEmpty(args.text(0, 'sep'));
  const parts = isWhite ? splitWhiteSpace(self) : self.split(text);
  if (limit < 0 || parts.length <= limit + (isWhite ? 0 : 1)) return parts;
  if (isWhite) throw new TemplateFailure('rsplit with maxsplit needs a separator');
  return [parts.slice(0, parts.length - limit).join(text), ...parts.slice(parts.length - limit)];
};

function nonEmpty(separator: string): string {
  if (separator === '') throw new TemplateFailure('empty separator');
  return separator;
}

/** `replace(old, new, count=-1)`; an empty `old` stands before every character and at the end. */
export const replace: Method<string> = (self, args) => {
  const [old, replacement, count] = [args.text(0, 'old'), args.text(1, 'new'), args.integer(2, 'count', -1)];
  if (count < 0 && old !== '') return self.replaceAll(old, () => replacement);
  const parts = old === '' ? ['', ...codePoints(self), ''] : self.split(old);
  const limit = count < 0 ? parts.length : count;
  return parts.reduce((text, part, index) => text + (index <= limit ? replacement : old) + part);
};

/** `separator.join(texts)`. */
export const join: Method<string> = (self, args) =>
  iterate(args.value(0, 'iterable'))
    .map((item) => {
      if (typeof item === 'string') return item;
      throw new TemplateFailure(`join: expected texts, found a ${typeName(defined(item))}`);
    })
    .join(self);

/** `partition(sep)` and `rpartition(sep)`. */
export function partition(search: (self: string, text: string) => number, isLast: boolean): Method<string> {
  return (self, args) => {
    const separator = nonEmpty(args.text(0, 'sep'));
    const at = search(self, separator);
    if (at < 0) return isLast ? ['', '', self] : [self, '', ''];
    return [self.slice(0, at), separator, self.slice(at + separator.length)];
  };
}
