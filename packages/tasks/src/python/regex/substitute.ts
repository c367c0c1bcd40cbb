import { ONE_LETTER_ESCAPES } from '../one-letter-escapes.js';
import { pythonRegex } from './python-regex.js';

const GROUP_REFERENCE = /\\(?:g<(\w+)>|([1-9]\d?)|([\\abfnrtv]))/gu;
const ESCAPES: ReadonlyMap<string, string> = new Map([['\\', '\\'], ...ONE_LETTER_ESCAPES]);

/**
 * Python's `re.sub(pattern, replacement, text, count)`. The replacement may refer to groups as `\1`, `\g<1>` and
 * `\g<name>`. `count` 0 replaces all matches.
 */
export function substitute(pattern: string, replacement: string, text: string, count = 0): string {
  let replaced = 0;
  return text.replace(pythonRegex(pattern), (...parts: unknown[]) => {
    const match = parts[0] as string;
    if (count > 0 && replaced >= count) return match;
    replaced++;
    return replacement.includes('\\') ? expand(replacement, parts) : replacement;
  });
}

/** `parts` is what `String.replace` hands over: match, groups, offset, text and, if there are any, named groups. */
function expand(replacement: string, parts: readonly unknown[]): string {
  const last = parts.at(-1);
  const named = typeof last === 'object' ? (last as Readonly<Record<string, string | undefined>>) : {};
  return replacement.replace(GROUP_REFERENCE, (whole, name?: string, number?: string, escape?: string) => {
    if (escape !== undefined) return ESCAPES.get(escape) ?? whole;
    const group = number ?? name ?? '';
    return (/^\d+$/u.test(group) ? (parts[Number(group)] as string | undefined) : named[group]) ?? '';
  });
}
