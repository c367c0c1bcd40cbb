/** What of an answer's style can be counted. */
export interface StyleCounts {
  /** Words of the whole answer, code included: a run of letters and digits, or one Chinese or Japanese character. */
  readonly words: number;
  /** ATX headings, `#` to `######`. */
  readonly headers: number;
  /** Items of ordered and unordered lists. */
  readonly lists: number;
  /** Spans in `**` or `__` on one line. */
  readonly bold: number;
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}'’_])+/gu;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADER = /^ {0,3}#{1,6}(?:\s|$)/;
const LIST_ITEM = /^\s*(?:\d{1,9}[.)]|[-*+])\s/;
const BOLD = /\*\*[^*\n]+\*\*|__[^_\n]+__/g;
const INLINE_CODE = /`[^`\n]+`/g;

/**
 * Counts the style of an answer in markdown. Headers, list items and bold spans inside code do not count: fenced blocks, also one that is never
 * closed, and inline code. The same things that FastChat's style control counts (W.-L. Chiang et al., Does style matter?, 2024), which takes out
 * fenced blocks without backticks in them only. Where a tokenizer is at hand, its token count is the better length.
 */
export function countStyle(text: string): StyleCounts {
  const lines = withoutFencedCode(text);
  const prose = lines.map((line) => line.replaceAll(INLINE_CODE, ''));
  return {
    words: text.match(WORD)?.length ?? 0,
    headers: lines.filter((line) => HEADER.test(line)).length,
    lists: lines.filter((line) => LIST_ITEM.test(line)).length,
    bold: prose.reduce((sum, line) => sum + (line.match(BOLD)?.length ?? 0), 0),
  };
}

/** The lines outside fenced code blocks (CommonMark 0.31, §4.5: a fence closes with at least as many of the same character). */
function withoutFencedCode(text: string): readonly string[] {
  let open = '';
  return text.split(/\r?\n/).filter((line) => {
    const fence = FENCE.exec(line)?.[1];
    if (open === '') {
      open = fence ?? '';
      return fence === undefined;
    }
    const closes = fence !== undefined && fence.startsWith(open) && line.trim() === fence;
    if (closes) open = '';
    return false;
  });
}
