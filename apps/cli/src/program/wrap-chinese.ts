import stringWidth from 'string-width';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Pieces that a line may be broken between; punctuation stays with what it follows, and flags stay whole. */
function pieces(text: string): readonly string[] {
  const parts: string[] = [];
  for (const { segment, isWordLike } of words.segment(text)) {
    const previous = parts.at(-1) ?? '';
    const isJoined = isWordLike !== true || /[!-~（“]$/.test(previous);
    if (parts.length > 0 && isJoined && !/\s$/.test(previous)) parts[parts.length - 1] = previous + segment;
    else parts.push(segment);
  }
  return parts;
}

/** Breaks a text without spaces between words into lines of a display width; commander only breaks at spaces. */
export function wrapChinese(text: string, width: number): string {
  const lines = [''];
  for (const piece of pieces(text)) {
    const line = lines.at(-1) ?? '';
    if (line === '' || stringWidth(line + piece.trimEnd()) <= width) lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}
