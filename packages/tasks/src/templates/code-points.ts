const SURROGATE = /[\ud800-\udfff]/;

/** The characters of a text as Python counts them. */
export function codePoints(text: string): string[] {
  return SURROGATE.test(text) ? Array.from(text) : text.split('');
}

/** Compares as Python does, by code points (JavaScript's `<` goes by UTF-16 units). */
export function compareCodePoints(a: string, b: string): number {
  if (!SURROGATE.test(a) && !SURROGATE.test(b)) return a < b ? -1 : a > b ? 1 : 0;
  const [left, right] = [codePoints(a), codePoints(b)];
  for (const [index, character] of left.entries()) {
    const difference = (character.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Turns an offset in UTF-16 units into one in code points. */
export function toCodePointIndex(text: string, offset: number): number {
  return offset <= 0 || !SURROGATE.test(text) ? offset : codePoints(text.slice(0, offset)).length;
}
