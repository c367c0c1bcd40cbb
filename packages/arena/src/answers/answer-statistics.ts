import type { Answer } from '@understudy/store';

/** What can be counted of an answer, over all its turns. */
export interface AnswerStatistics {
  /** Characters as people count them (code points). */
  readonly chars: number;
  /** Null when not known. */
  readonly tokens: number | null;
  /** Marks of Markdown, as style control takes them: headings, list items, bold passages. */
  readonly headers: number;
  readonly lists: number;
  readonly bold: number;
}

/** Counts an answer. Code blocks do not count as Markdown: a comment of a shell script is no heading. */
export function answerStatistics({ turns, tokens }: Pick<Answer, 'turns' | 'tokens'>): AnswerStatistics {
  const text = turns.join('\n\n');
  const prose = text.replaceAll(/^(```|~~~)[\s\S]*?^\1/gmu, '');
  return {
    chars: Array.from(text).length,
    tokens,
    headers: countOf(prose, /^ {0,3}#{1,6}\s+\S/gmu),
    lists: countOf(prose, /^\s*(?:[-*+]|\d{1,9}[.)])\s+\S/gmu),
    bold: countOf(prose, /(\*\*|__)(?=\S)[\s\S]+?\1/gu),
  };
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
