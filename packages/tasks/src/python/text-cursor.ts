/** Reads a text from left to right, piece by piece. */
export class TextCursor {
  readonly text: string;
  #position = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** In UTF-16 code units from the start. */
  get position(): number {
    return this.#position;
  }

  get isAtEnd(): boolean {
    return this.#position >= this.text.length;
  }

  /** Passes over the next code point; gives the empty string at the end. */
  next(): string {
    const code = this.text.codePointAt(this.#position);
    const character = code === undefined ? '' : String.fromCodePoint(code);
    this.#position += character.length;
    return character;
  }

  /** True if a text comes next, `ahead` code units further on. */
  isAt(text: string, ahead = 0): boolean {
    return this.text.startsWith(text, this.#position + ahead);
  }

  /** Passes over a text if it comes next. */
  takeText(text: string): boolean {
    const found = this.isAt(text);
    if (found) this.#position += text.length;
    return found;
  }

  /** Passes over what a sticky pattern matches here. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.text) ?? undefined;
    if (match !== undefined) this.#position = pattern.lastIndex;
    return match;
  }

  /** Goes to a place in the text. */
  moveTo(position: number): void {
    this.#position = position;
  }
}
