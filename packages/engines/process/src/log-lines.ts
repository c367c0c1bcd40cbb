/** The last lines a worker wrote, for error messages. */
export class LogLines {
  readonly #lines: string[] = [];
  readonly #limit: number;
  readonly #onLine: ((line: string) => void) | undefined;
  #rest = '';

  constructor(limit: number, onLine?: (line: string) => void) {
    this.#limit = limit;
    this.#onLine = onLine;
  }

  write(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop()!;
    for (const line of lines) this.#add(line);
  }

  /** The last lines, oldest first, with a line still unfinished. */
  last(): readonly string[] {
    return this.#rest === '' ? [...this.#lines] : [...this.#lines, this.#rest];
  }

  #add(line: string): void {
    if (line.trim() === '') return;
    this.#lines.push(line);
    if (this.#lines.length > this.#limit) this.#lines.shift();
    this.#onLine?.(line);
  }
}
