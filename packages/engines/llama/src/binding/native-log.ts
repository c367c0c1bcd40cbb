import koffi from 'koffi';
import type { Pointer } from './pointer.js';

/** Levels of `ggml_log_level` that matter here. Debug messages (every tensor of each graph) are dropped: nobody asked for them. */
const DEBUG = 1;
const ERROR = 4;
const CONTINUATION = 5;

const KEPT_LINES = 200;

/** One line of llama.cpp's log, without its line end. */
export interface NativeLogLine {
  readonly text: string;
  readonly isError: boolean;
}

/**
 * The last lines that llama.cpp logged, oldest first. They never reach stdout; errors quote them. The library's logger
 * is one per process, and so is this.
 */
export class NativeLog {
  readonly #lines: NativeLogLine[] = [];
  readonly #watchers = new Set<(line: NativeLogLine) => void>();
  #open = '';
  #isError = false;
  #isDebug = false;
  #total = 0;

  /** Takes one message of the library; lines may come in pieces. */
  append(level: number, text: string): void {
    if (level !== CONTINUATION) {
      if (this.#open !== '') this.#push(this.#open);
      this.#open = '';
      this.#isError = level === ERROR;
      this.#isDebug = level === DEBUG;
    }
    if (this.#isDebug) return;
    const pieces = (this.#open + text).split('\n');
    this.#open = pieces.pop() ?? '';
    for (const line of pieces) this.#push(line);
  }

  /** A mark for `since`. */
  mark(): number {
    return this.#total;
  }

  /** Lines that came after a mark, as far as they are still kept. */
  since(mark: number): readonly NativeLogLine[] {
    return this.#lines.slice(Math.max(0, this.#lines.length - (this.#total - mark)));
  }

  /** Tells each finished line, until the returned function is called. The callback must not throw. */
  watch(onLine: (line: NativeLogLine) => void): () => void {
    this.#watchers.add(onLine);
    return () => this.#watchers.delete(onLine);
  }

  #push(text: string): void {
    if (text.trim() === '') return;
    const line = { text, isError: this.#isError };
    this.#total += 1;
    this.#lines.push(line);
    if (this.#lines.length > KEPT_LINES) this.#lines.shift();
    for (const watcher of this.#watchers) watcher(line);
  }
}

const callbackType = koffi.proto('void', ['int', 'str', 'void *']);

/**
 * A C function pointer (`ggml_log_callback`) that writes into the log. It stays registered as long as the process lives:
 * the library may log until its very end. Koffi runs it on the main thread; a message from another thread waits for the
 * event loop.
 */
export function registerLogCallback(log: NativeLog): Pointer {
  return koffi.register((level: number, text: string) => log.append(level, text), koffi.pointer(callbackType));
}
