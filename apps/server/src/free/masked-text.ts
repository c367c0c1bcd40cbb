import { findIdentityLeaks, MASK, type TextSpan } from '@understudy/arena';

/** Characters that are held back while a text still grows: whether a name gives its author away may stand in the words after it. */
export const HELD_BACK = 80;

/**
 * A text that is shown piece by piece while it grows, names that give its author away masked. What was shown never has to be taken back:
 * the end of the text is held back for as long as it may still turn out to be such a name.
 */
export class MaskedText {
  readonly #names: readonly string[];
  #text = '';
  #shown = 0;
  #hasEnded = false;
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
    this.#spans = this.#leakSpans();
  }

  end(): void {
    this.#hasEnded = true;
  }

  /** The text from what was shown last up to a place, or a little further where that is inside of a name or a character. */
  show(place: number): string {
    let to = Math.min(place, this.#text.length);
    const code = this.#text.charCodeAt(to - 1);
    if (code >= 0xd800 && code <= 0xdbff) to = Math.min(to + 1, this.#text.length);
    const inside = this.#spans.find(({ start, end }) => start < to && to < end);
    if (inside !== undefined) to = inside.end;
    if (to <= this.#shown) return '';
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

  /** Where the leaked names stand, there and anywhere after. */
  #leakSpans(): readonly TextSpan[] {
    const leaks = findIdentityLeaks(this.#text, this.#names);
    const names = new Set(leaks.map(({ start, end }) => this.#text.slice(start, end)));
    const spans = [...leaks];
    for (const name of names) {
      for (let at = this.#text.indexOf(name); at >= 0; at = this.#text.indexOf(name, at + name.length)) {
        if (!spans.some(({ start, end }) => at < end && start < at + name.length)) {
          spans.push({ start: at, end: at + name.length });
        }
      }
    }
    return spans.toSorted((a, b) => a.start - b.start);
  }
}
