/** Digraphs have a title case of their own: ǆ is `Ǆ` in upper case but `ǅ` at the start of a word. */
const DIGRAPHS: ReadonlyMap<string, string> = new Map([
  ['Ǆ', 'ǅ'],
  ['Ǉ', 'ǈ'],
  ['Ǌ', 'ǋ'],
  ['Ǳ', 'ǲ'],
]);
const GEORGIAN = /^[\u10d0-\u10ff]$/u;
const GREEK_WITH_IOTA_SUBSCRIPT = /^[\u1f80-\u1fff]$/u;
const IOTA = 'Ι';
const IOTA_SUBSCRIPT = '\u0345';

/**
 * Python's `str.capitalize()`: the first character in full title case, the rest in lower case (with the Greek final
 * sigma). Unlike the habit of many JavaScript helpers it lower-cases the rest, so `iPhone` becomes `Iphone`.
 */
export function capitalizePython(text: string): string {
  const [first] = text;
  if (first === undefined) return '';
  // The whole text is lower-cased, because the final sigma depends on what stands before it.
  return titleCase(first) + text.toLowerCase().slice(first.toLowerCase().length);
}

/** Full title case of one character (Unicode `SpecialCasing.txt` and the simple mapping), which JavaScript lacks. */
function titleCase(character: string): string {
  if (GEORGIAN.test(character)) return character;
  const upper = character.toUpperCase();
  const digraph = DIGRAPHS.get(upper);
  if (digraph !== undefined) return digraph;
  if (GREEK_WITH_IOTA_SUBSCRIPT.test(character) && upper.length > 1 && upper.endsWith(IOTA)) {
    const decomposed = upper.slice(0, -1) + IOTA_SUBSCRIPT;
    // SpecialCasing.txt has one composed letter where one exists, but leaves ᾷ and its like in three.
    return upper.length === 2 ? decomposed.normalize('NFC') : decomposed;
  }
  return character === 'ŉ' ? upper : lowerAfterFirst(upper);
}

/** A ligature such as ﬁ becomes `Fi`. */
function lowerAfterFirst(upper: string): string {
  const [first = ''] = upper;
  return first + upper.slice(first.length).toLowerCase();
}
