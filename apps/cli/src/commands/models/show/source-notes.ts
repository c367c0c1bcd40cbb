/** Numbers the sources of facts as they come, each once. */
export class SourceNotes {
  readonly #numbers = new Map<string, number>();

  /** A fact with the numbers of its sources behind it. */
  mark(text: string, sources: readonly string[]): string {
    return `${text} ${sources.map((source) => `[${this.#number(source)}]`).join('')}`;
  }

  /** The sources by number, one a line. */
  get lines(): readonly string[] {
    return [...this.#numbers].map(([source, number]) => `[${number}] ${source}`);
  }

  #number(source: string): number {
    const number = this.#numbers.get(source) ?? this.#numbers.size + 1;
    this.#numbers.set(source, number);
    return number;
  }
}
