/**
 * The characters for which Python's `str.isspace` is true. They differ from JavaScript's `\s`: U+001C–U+001F and U+0085
 * are white space in Python, U+FEFF is not. All of them are one UTF-16 unit.
 */
const PYTHON_WHITE_SPACE: ReadonlySet<number> = new Set([
  ...range(0x09, 0x0d),
  ...range(0x1c, 0x20),
  0x85,
  0xa0,
  0x1680,
  ...range(0x2000, 0x200a),
  0x2028,
  0x2029,
  0x202f,
  0x205f,
  0x3000,
]);

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** True when the UTF-16 unit at an index is white space to Python. */
export function isPythonWhitespace(text: string, index: number): boolean {
  return PYTHON_WHITE_SPACE.has(text.charCodeAt(index));
}

/** Length of a text without its trailing white space, as Python's `str.rstrip()` sees it, in UTF-16 units. */
export function pythonRstripLength(text: string): number {
  let length = text.length;
  while (length > 0 && isPythonWhitespace(text, length - 1)) length -= 1;
  return length;
}
