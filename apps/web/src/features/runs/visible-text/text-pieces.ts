/** A stretch of a text by what is to be shown of it. */
export interface TextPiece {
  /**
   * `plain`; `special`: a model's special token; `newline`, `tab` and `space`: white space that one would overlook or miscount; `hidden`:
   * a character that shows nothing or changes the order of others, which is written out.
   */
  readonly kind: 'plain' | 'special' | 'newline' | 'tab' | 'space' | 'hidden';
  readonly text: string;
}

/** Special tokens in the forms that published chat templates and tokenizers use. */
const SPECIAL = [
  String.raw`<\|[^|<>\s]{1,40}\|>`,
  String.raw`<｜[^｜<>]{1,40}｜>`,
  String.raw`</?s>`,
  String.raw`<(?:bos|eos|pad|unk|mask|start_of_turn|end_of_turn|think|/think)>`,
  String.raw`\[/?INST\]`,
  String.raw`<</?SYS>>`,
].join('|');

/**
 * Characters that are not seen: controls, soft hyphen, zero-width space and word joiner, marks and overrides of direction (with which a text
 * can pretend to be another), byte-order mark, tags, halves of surrogate pairs. Joiners inside emoji and words stay.
 */
const HIDDEN = String.raw`[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}\p{Cs}]`;

const TOKEN = new RegExp(
  [
    `(?<special>${SPECIAL})`,
    String.raw`(?<newline>\r\n|\n|\r)`,
    String.raw`(?<tab>\t)`,
    // Runs of spaces, spaces at the edge of a line or of the text, and those that are not U+0020.
    String.raw`(?<space> {2,}|^ | (?=$|[\r\n])|(?<=[\r\n]) |[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+)`,
    `(?<hidden>${HIDDEN})`,
  ].join('|'),
  'gu',
);

const KINDS = ['special', 'newline', 'tab', 'space', 'hidden'] as const;

/** Cuts a text into pieces; together they are the text. */
export function textPieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > end) pieces.push({ kind: 'plain', text: text.slice(end, match.index) });
    const kind = KINDS.find((each) => match.groups?.[each] !== undefined) ?? 'plain';
    pieces.push({ kind, text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: 'plain', text: text.slice(end) });
  return pieces;
}

/** A character that is not seen, written out: `U+202E`. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
