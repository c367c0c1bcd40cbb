import { findIdentityLeaks, MASK, type TextSpan } from '@understudy/arena';

/** Characters that are held back while a text still grows: whether a name gives its author away may stand in the words after it. */
export const HELD_BACK = 80;

/** A sentence that is longer is cut, that one without an end is not searched again and again. */
const LONGEST_SENTENCE = 4000;

/** Where a sentence ends for good: something that begins another one follows. */
const SENTENCE_END = /[!?。！？\n](?=[^.!?。！？\n])|\.(?=\s)/gu;

/**
 * A text that is shown piece by piece while it grows, names that give its author away masked. What was shown never has to be taken back:
 * the end of the text is held back for as long as it may still turn out to be such a name.
 *
 * Each sentence is searched when something of the text is to be shown, and not again after it has ended: a model can be asked for a very
 * long text, which comes in very many pieces.
 */
export class MaskedText {
  readonly #names: readonly string[];
  #text = '';
  #shown = 0;
  #hasEnded = false;
  /** Characters that were searched. */
  #searched = 0;
  /** Where the sentence begins that may go on. */
  #sentence = 0;
  /** Names in sentences that have ended in which the author speaks of itself. */
  readonly #told = new Set<string>();
  /** Names to mask in what was not shown yet. */
  #spans: readonly TextSpan[] = [];

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  get text(): string {
    return this.#text;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Characters that could be shown. */
  get ready(): number {
    return this.#hasEnded ? this.#text.length : Math.max(0, this.#text.length - HELD_BACK);
  }

  /** Whether the text told its author. */
  get leaks(): boolean {
    return findIdentityLeaks(this.#text, this.#names).length > 0;
  }

  append(piece: string): void {
    this.#text += piece;
  }

  end(): void {
    this.#hasEnded = true;
  }

  /** The text from what was shown last up to a place, or a little further where that is inside of a name or a character. */
  show(place: number): string {
    if (Math.min(place, this.#text.length) <= this.#shown) return '';
    this.#search();
    let to = Math.min(place, this.#text.length);
    const code = this.#text.charCodeAt(to - 1);
    if (code >= 0xd800 && code <= 0xdbff) to = Math.min(to + 1, this.#text.length);
    const inside = this.#spans.find(({ start, end }) => start < to && to < end);
    if (inside !== undefined) to = inside.end;
    let shown = '';
    let from = this.#shown;
    for (const { start, end } of this.#spans) {
      if (end <= from || start >= to) continue;
      shown += `${this.#text.slice(from, Math.max(from, start))}${MASK}`;
      from = end;
    }
    shown += this.#text.slice(from, to);
    this.#shown = to;
    return shown;
  }

  #search(): void {
    if (this.#searched === this.#text.length) return;
    this.#searched = this.#text.length;
    const from = this.#sentence;
    const tail = this.#text.slice(from);
    const leaks = findIdentityLeaks(tail, this.#names);
    this.#sentence = from + settledLength(tail);
    const names = new Set(this.#told);
    for (const { start, end } of leaks) {
      const name = tail.slice(start, end);
      names.add(name);
      // What follows a sentence that goes on may still make it another statement.
      if (from + end <= this.#sentence) this.#told.add(name);
    }
    this.#spans = this.#occurrences(names);
  }

  /** Where the names stand, there and anywhere after, the longest of those that begin at one place. */
  #occurrences(names: ReadonlySet<string>): readonly TextSpan[] {
    if (names.size === 0) return [];
    const longestFirst = [...names].sort((a, b) => b.length - a.length);
    const pattern = new RegExp(longestFirst.map((name) => name.replaceAll(/\W/gu, '\\$&')).join('|'), 'g');
    pattern.lastIndex = this.#shown;
    const spans: TextSpan[] = [];
    for (let found = pattern.exec(this.#text); found !== null; found = pattern.exec(this.#text)) {
      spans.push({ start: found.index, end: pattern.lastIndex });
    }
    return spans;
  }
}

/** Characters of a text up to the end of the last sentence that has ended. */
function settledLength(text: string): number {
  let settled = 0;
  for (const { index } of text.matchAll(SENTENCE_END)) settled = index + 1;
  const isTooLong = text.length - settled > LONGEST_SENTENCE;
  // Half of it stays, in which a statement that was begun can end.
  return isTooLong ? Math.max(settled, text.lastIndexOf(' ', text.length - LONGEST_SENTENCE / 2)) : settled;
}
