/** Rewrites characters before a text is taken apart. */
export type CharacterRules = (text: string) => string;

const IS_VALUE = 0x80_00_00_00;
const IS_LEAF = 1 << 8;
const IS_WIDE = 1 << 9;
/** A unit's label, and the mark that makes a value match no label. */
const LABEL = 0x80_00_00_ff;

/**
 * A SentencePiece model's own rules (`normalizer.cc`): at each place the longest text that a rule is for, else one character as it is. The
 * compiled form is the size of a double array in bytes, the array (darts-clone, `darts.h`: of each unit bits 10 to 30 say where its
 * children lie, 256 times as far with bit 9; bit 8: a value is among them), and the texts to be written, each with NUL behind. It has been
 * checked (`brokenPart`). What is in `kept` (user-defined pieces) stays as it is.
 */
export function characterRules(rules: Uint8Array, kept: readonly string[]): CharacterRules {
  if (rules.length === 0) return (text) => text;
  const view = new DataView(rules.buffer, rules.byteOffset, rules.byteLength);
  const size = view.getUint32(0, true);
  const texts = Buffer.from(rules.subarray(4 + size));
  const unit = (index: number): number => view.getUint32(4 + 4 * index, true);
  const pieces = kept.map((text) => Buffer.from(text)).toSorted((a, b) => b.length - a.length);

  /** Length of the longest match at a place and where its text lies. */
  const longest = (bytes: Buffer, start: number): { readonly length: number; readonly text: number } | undefined => {
    let found: { readonly length: number; readonly text: number } | undefined;
    let index = childrenOf(0, unit(0));
    for (let place = start; place < bytes.length; place++) {
      const label = bytes[place] ?? 0;
      index = (index ^ label) >>> 0;
      const bits = unit(index);
      if (label === 0 || (bits & LABEL) >>> 0 !== label) break;
      index = childrenOf(index, bits);
      if ((bits & IS_LEAF) !== 0) found = { length: place + 1 - start, text: (unit(index) & ~IS_VALUE) >>> 0 };
    }
    return found;
  };

  return (text) => {
    const bytes = Buffer.from(text);
    const written: Buffer[] = [];
    for (let place = 0; place < bytes.length;) {
      const piece = pieces.find((one) => bytes.subarray(place, place + one.length).equals(one));
      const match = piece === undefined ? longest(bytes, place) : undefined;
      const length = piece?.length ?? match?.length ?? characterLength(bytes[place] ?? 0);
      written.push(
        match === undefined
          ? bytes.subarray(place, place + length)
          : texts.subarray(match.text, texts.indexOf(0, match.text)),
      );
      place += length;
    }
    return Buffer.concat(written).toString();
  };
}

function childrenOf(index: number, bits: number): number {
  return (index ^ ((bits >>> 10) << ((bits & IS_WIDE) >>> 6))) >>> 0;
}

/** Bytes of a character of UTF-8, by its first one. */
function characterLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}
