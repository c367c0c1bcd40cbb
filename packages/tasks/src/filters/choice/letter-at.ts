/** What is said when an answer names several options: that it chooses none. */
export const SEVERAL = 'several';

/** How sure it must be that a letter is meant, and no word. */
export interface LetterOptions {
  /** The letters that stand for options. */
  readonly letters: string;
  /** Something in front announces a letter ("The answer is"), so that only those that are words need a mark behind them. */
  readonly isAnnounced: boolean;
}

/** A letter is meant when this is behind it: punctuation, an end, or a reason. */
const MARK_BEHIND = /^(?:[).:;,!?\]](?![\p{L}\p{N}])|\s*$|\s*\n|\s+(?:because|since|as|is|[-–—])(?:\s|$))/u;

/** English words of one letter. */
const WORDS = 'AI';

/**
 * The letter that a text begins with, in upper case or in brackets; `SEVERAL` when another one follows it at once; undefined when there
 * is none.
 */
export function letterAt(text: string, { letters, isAnnounced }: LetterOptions): string | undefined {
  const bracketed = new RegExp(`^\\(\\s?([${letters}])\\s?\\)`, 'iu').exec(text);
  const bare = new RegExp(`^[([]?([${letters}])(?![\\p{L}\\p{N}-])`, 'u').exec(text);
  const found = bracketed ?? bare;
  const letter = found?.[1]?.toUpperCase();
  if (found === null || letter === undefined) return undefined;
  const behind = text.slice(found[0].length);
  if (namesAnother(behind, letters)) return SEVERAL;
  const isSure = bracketed !== null || (isAnnounced && !WORDS.includes(letter)) || MARK_BEHIND.test(behind);
  return isSure ? letter : undefined;
}

function namesAnother(behind: string, letters: string): boolean {
  return new RegExp(
    `^[)\\].]?\\s*(?:,|,?\\s?and|,?\\s?or|\\/|&)\\s*\\(?[${letters}](?![\\p{L}\\p{N}'-]|\\s+\\p{Ll})`,
    'u',
  ).test(behind);
}
