import stringWidth from 'string-width';

/** Where progress is shown. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** One line that tells how far the work is, and lines that stay. */
export interface ProgressDisplay extends Disposable {
  /** Replaces the live line. */
  update(line: string): void;
  /** A line that stays above the live one. */
  note(line: string): void;
  /** Takes the live line away, because a result is to be printed. */
  clear(): void;
}

const LIVE_INTERVAL_MS = 100;
const PLAIN_INTERVAL_MS = 5_000;
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
class LiveProgress implements ProgressDisplay {
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
    if (this.#now() - this.#drawnAt < LIVE_INTERVAL_MS) return;
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

/** In a log: a line every few seconds. */
class PlainProgress implements ProgressDisplay {
  readonly #stream: ProgressStream;
  readonly #now: () => number;
  #writtenAt: number;

  constructor(stream: ProgressStream, now: () => number) {
    this.#stream = stream;
    this.#now = now;
    this.#writtenAt = now();
  }

  update(line: string): void {
    if (this.#now() - this.#writtenAt < PLAIN_INTERVAL_MS) return;
    this.note(line);
    this.#writtenAt = this.#now();
  }

  note(line: string): void {
    this.#stream.write(`${line}\n`);
  }

  clear(): void {
    // Every line was complete.
  }

  [Symbol.dispose](): void {
    this.clear();
  }
}

/** The display that suits a stream. */
export function showProgress(
  stream: ProgressStream,
  now: () => number = performance.now.bind(performance),
): ProgressDisplay {
  return stream.isTTY === true ? new LiveProgress(stream, now) : new PlainProgress(stream, now);
}
