import { describe, expect, it } from 'vitest';
import { capitalizePython } from './capitalize.js';

// Expected values were printed by CPython 3.11; all code points were compared when this was written,
// and differ only where Node knows a newer Unicode.
describe('capitalizePython', () => {
  it.each([
    ['', ''],
    ['hELLO World', 'Hello world'],
    ['ßA', 'Ssa'],
    ['ǆX', 'ǅx'],
    ['ΑΣ', 'Ας'],
    ['ﬁN', 'Fin'],
    ['ŉA', 'ʼNa'],
    ['ᾳΒ', 'ᾼβ'],
    ['\u1fb7', '\u0391\u0342\u0345'],
    ['\u1fb2', '\u1fba\u0345'],
    ['ა', 'ა'],
    ['𐐨𐐀', '𐐀𐐨'],
    ['İİ', 'İi̇'],
  ])('turns %j into %j', (text, expected) => {
    expect(capitalizePython(text)).toBe(expected);
  });
});
