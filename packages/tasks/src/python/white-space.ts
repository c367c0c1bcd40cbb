/**
 * What Python's `str.isspace`, `str.strip` and the regular expression `\s` call white space, as the inside of a character
 * class. It has U+001C to U+001F and U+0085, which JavaScript leaves out, and lacks U+FEFF, which JavaScript has.
 */
export const PYTHON_WHITE_SPACE =
  '\\t-\\r\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const LEADING = new RegExp(`^[${PYTHON_WHITE_SPACE}]+`, 'u');
const CHARACTER = new RegExp(`[${PYTHON_WHITE_SPACE}]`, 'u');
const RUN = new RegExp(`[${PYTHON_WHITE_SPACE}]+`, 'u');

/** Python's `str.lstrip()`. */
export function lstripPython(text: string): string {
  return text.replace(LEADING, '');
}

/** Python's `str.rstrip()`. Walks back from the end: a regular expression would try every run of spaces in the text. */
export function rstripPython(text: string): string {
  let end = text.length;
  while (end > 0 && CHARACTER.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Python's `str.strip()`. */
export function stripPython(text: string): string {
  return rstripPython(lstripPython(text));
}

/** Python's `str.split()` without arguments: the words between runs of white space. */
export function splitWhiteSpace(text: string): string[] {
  return text.split(RUN).filter((word) => word !== '');
}

/** Python's `str.isspace()` for the first or last character of a text: is there white space at this end? */
export function hasWhiteSpaceAt(text: string, end: 'start' | 'end'): boolean {
  return CHARACTER.test(text.charAt(end === 'start' ? 0 : text.length - 1));
}
