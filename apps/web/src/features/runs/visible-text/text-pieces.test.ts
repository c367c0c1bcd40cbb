import { describe, expect, it } from 'vitest';
import { codePointName, textPieces } from './text-pieces.js';

const shown = (text: string): string =>
  textPieces(text)
    .map((piece) => (piece.kind === 'plain' ? piece.text : `{${piece.kind}}`))
    .join('');

describe('the pieces of a text', () => {
  it('are the text again', () => {
    const text = '<|im_start|>user\n  a\tb \r\n\u202Eevil\u200B 😀 \uD800x<s>';
    expect(
      textPieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it('tell special tokens, line ends, and spaces that one would overlook', () => {
    expect(shown('<|im_start|>user\nIt is  so. \nYes')).toBe(
      '{special}user{newline}It is{space}so.{space}{newline}Yes',
    );
    expect(shown(' Paris')).toBe('{space}Paris');
    expect(shown('a b')).toBe('a b');
    expect(shown('a\u00A0b\t[INST] <s>')).toBe('a{space}b{tab}{special} {special}');
  });

  it('name what is not seen or turns others around, and leave joiners in emoji alone', () => {
    expect(shown('a\u202Eb\u200Bc')).toBe('a{hidden}b{hidden}c');
    expect(codePointName('\u202E')).toBe('U+202E');
    expect(codePointName('\u{E0041}')).toBe('U+E0041');
    expect(shown('👩‍💻')).toBe('👩‍💻');
  });

  it('leave mark-up and comparisons alone', () => {
    expect(shown('<script>1 < 2</script>')).toBe('<script>1 < 2</script>');
  });
});
