import type { SentencePieceModel } from './model.js';

/** What of a model is broken; undefined when all is well. libllama trusts these parts, and ends its process over them. */
export function brokenPart({ pieces, characterRules }: SentencePieceModel): string | undefined {
  if (pieces.length === 0) return 'it has no pieces';
  const seen = new Set<string>();
  for (const [id, { text, score }] of pieces.entries()) {
    if (text === '' || seen.has(text)) return `its piece ${id} ${text === '' ? 'is empty' : 'stands there twice'}`;
    if (!Number.isFinite(score)) return `its piece ${id} has the score ${score}`;
    seen.add(text);
  }
  return areWhole(characterRules) ? undefined : 'its rules for rewriting characters are broken';
}

/** A block of the array: all children of a node lie in one. */
const BLOCK = 256;
const IS_VALUE = 0x80_00_00_00;
const IS_WIDE = 1 << 9;

/**
 * Checks compiled rules (sentencepiece `normalizer.cc`): the length of a double array, the array (darts-clone `darts.h`: of each unit bits
 * 10 to 30 say where its children lie, 256 times as far with bit 9; bit 31 marks a value), and texts that end in NUL, which values point to.
 */
function areWhole(rules: Uint8Array): boolean {
  if (rules.length === 0) return true;
  const view = new DataView(rules.buffer, rules.byteOffset, rules.byteLength);
  const size = rules.length < 4 ? 0 : view.getUint32(0, true);
  const texts = rules.length - 4 - size;
  if (size === 0 || size % (4 * BLOCK) !== 0 || texts <= 0 || rules.at(-1) !== 0) return false;
  for (let unit = 0; unit < size / 4; unit++) {
    const bits = view.getUint32(4 + 4 * unit, true);
    if (bits >= IS_VALUE) {
      if (bits - IS_VALUE >= texts) return false;
      continue;
    }
    const base = ((bits >>> 10) << ((bits & IS_WIDE) >>> 6)) >>> 0;
    if ((unit ^ base) >>> 0 >= size / 4) return false;
  }
  return true;
}
