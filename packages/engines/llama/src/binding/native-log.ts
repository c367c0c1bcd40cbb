import koffi from 'koffi';
import type { Pointer } from './pointer.js';

/** Levels of `ggml_log_level`. */
const CONTINUATION = 5;

const KEPT_LINES = 200;

/**
 * The last lines that llama.cpp logged, oldest first, without line ends. They never reach stdout or stderr; errors quote
 * them. The library's logger is one per process, and so is this.
 */
export class NativeLog {
  readonly #lines: string[] = [];
  #open = '';

  /** Takes one message of the library; lines may come in pieces. */
  append(level: number, text: string): void {
    if (level !== CONTINUATION && this.#open !== '') this.#push(this.#open);
    const pieces = ((level === CONTINUATION ? this.#open : '') + text).split('\n');
    this.#open = pieces.pop() ?? '';
    for (const line of pieces) this.#push(line);
  }

  /** Up to `count` last lines. */
  tail(count: number): readonly string[] {
    return [...this.#lines, this.#open].filter((line) => line.trim() !== '').slice(-count);
  }

  /** A mark for `since`. */
  mark(): number {
    return this.#total;
  }

  /** Lines that came after a mark, as far as they are still kept. */
  since(mark: number): readonly string[] {
    return this.#lines.slice(Math.max(0, this.#lines.length - (this.#total - mark)));
  }

  #total = 0;

  #push(line: string): void {
    this.#total += 1;
    this.#lines.push(line);
    if (this.#lines.length > KEPT_LINES) this.#lines.shift();
    this.#open = '';
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
