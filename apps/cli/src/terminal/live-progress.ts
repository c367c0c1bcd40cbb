import stringWidth from 'string-width';
import type { ProgressDisplay, ProgressStream } from './progress-display.js';

const INTERVAL_MS = 100;
/** For terminals that do not know their width; some say 0. */
const DEFAULT_COLUMNS = 80;
const CLEAR = '\r\u001B[2K';

const graphemes = new Intl.Segmenter();

/** The part of a line that fits into a terminal's width. */
function cut(line: string, width: number): string {
  if (stringWidth(line) <= width) return line;
  let fitting = '';
  for (const { segment } of graphemes.segment(line)) {
    if (stringWidth(fitting + segment) >= width) break;
    fitting += segment;
  }
  return `${fitting}…`;
}

/** On a terminal: one live line, at most ten times a second. The last line stays until something takes its place. */
export class LiveProgress implements ProgressDisplay {
  readonly #stream: ProgressStream;
  readonly #now: () => number;
  #line = '';
  #drawnAt = -Infinity;

  constructor(stream: ProgressStream, now: () => number) {
    this.#stream = stream;
    this.#now = now;
  }

  update(line: string): void {
    this.#line = line;
    if (this.#now() - this.#drawnAt < INTERVAL_MS) return;
    this.#drawnAt = this.#now();
    this.#stream.write(CLEAR + cut(line, (this.#stream.columns || DEFAULT_COLUMNS) - 1));
  }

  note(line: string): void {
    this.#stream.write(`${CLEAR}${line}\n`);
    this.#drawnAt = -Infinity;
    if (this.#line !== '') this.update(this.#line);
  }

  clear(): void {
    if (this.#line !== '') this.#stream.write(CLEAR);
    this.#line = '';
    this.#drawnAt = -Infinity;
  }

  [Symbol.dispose](): void {
    this.clear();
  }
}
