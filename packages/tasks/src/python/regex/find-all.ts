import { pythonRegex } from './python-regex.js';

/**
 * Python's `re.findall(pattern, text)`: the whole matches if the pattern has no group, the group's text if it has one, and
 * a tuple of all groups if it has more; groups that took no part are empty.
 */
export function findAll(pattern: string, text: string): (string | readonly string[])[] {
  return Array.from(text.matchAll(pythonRegex(pattern)), ([whole, ...groups]) => {
    if (groups.length === 0) return whole;
    const texts = groups.map((group: string | undefined) => group ?? '');
    return texts.length === 1 ? (texts[0] ?? '') : texts;
  });
}
