import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { UserError } from '@understudy/core';
import { ggufError } from './gguf-error.js';

/** Large enough that a vocabulary of 262,144 pieces needs a few dozen reads, small enough to be no cost for a small file. */
const WINDOW_BYTES = 1 << 18;

/**
 * Reads little-endian values one after the other from a file, through a window that moves forward. Every read is bounded by
 * the file's size: what would reach beyond it is `gguf-truncated`. Synchronous, since a header is a few megabytes at most.
 */
export class FileCursor implements Disposable {
  readonly path: string;
  readonly sizeBytes: number;
  readonly #file: number;
  #window = Buffer.alloc(0);
  #windowStart = 0;
  #position: number;

  constructor(path: string, position = 0) {
    this.path = path;
    this.#file = openForReading(path);
    this.sizeBytes = fstatSync(this.#file).size;
    this.#position = position;
  }

  /** Bytes from the start of the file. */
  get position(): number {
    return this.#position;
  }

  get remaining(): number {
    return this.sizeBytes - this.#position;
  }

  skip(bytes: number): void {
    this.#bound(bytes);
    this.#position += bytes;
  }

  /** A view that is valid until the next read. */
  bytes(length: number): Buffer {
    this.#bound(length);
    const start = this.#position - this.#windowStart;
    if (start < 0 || start + length > this.#window.length) {
      this.#fill(Math.min(Math.max(length, WINDOW_BYTES), this.remaining));
      this.#position += length;
      return this.#window.subarray(0, length);
    }
    this.#position += length;
    return this.#window.subarray(start, start + length);
  }

  u32(): number {
    return this.bytes(4).readUInt32LE();
  }

  /** A 64-bit count or length; beyond 2^53 no file can hold it. */
  u64(): number {
    const halves = this.bytes(8);
    const value = halves.readUInt32LE(0) + halves.readUInt32LE(4) * 2 ** 32;
    if (!Number.isSafeInteger(value)) {
      throw ggufError({
        code: 'gguf-bounds',
        path: this.path,
        problem: `the number at byte ${this.#position - 8} is ${value}, more than any file can hold.`,
      });
    }
    return value;
  }

  /** A length in bytes, then as many bytes of UTF-8. */
  string(): string {
    const length = this.u64();
    this.#bound(length);
    return this.bytes(length).toString('utf8');
  }

  skipString(): void {
    this.skip(this.u64());
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }

  #bound(length: number): void {
    if (length > this.remaining) {
      throw ggufError({
        code: 'gguf-truncated',
        path: this.path,
        problem: `it ends after ${this.sizeBytes} bytes, but its header needs ${length} bytes at byte ${this.#position}.`,
        hint: 'The file is incomplete or damaged: fetch it again.',
        values: { sizeBytes: this.sizeBytes, neededBytes: this.#position + length },
      });
    }
  }

  #fill(length: number): void {
    const window = Buffer.allocUnsafe(length);
    let done = 0;
    while (done < length) {
      const count = readSync(this.#file, window, done, length - done, this.#position + done);
      if (count === 0) {
        throw ggufError({ code: 'gguf-truncated', path: this.path, problem: 'it became shorter while it was read.' });
      }
      done += count;
    }
    this.#window = window;
    this.#windowStart = this.#position;
  }
}

function openForReading(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (cause) {
    throw new UserError({
      code: 'gguf-not-readable',
      message: `Opening the model file ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      hint: 'Check the path and its permissions; `understudy models ls` lists the models on disk.',
      values: { path },
      cause,
    });
  }
}
