import { open, rename, rm, type FileHandle } from 'node:fs/promises';

/** Characters that are collected before they are written. */
const BUFFER_LENGTH = 1 << 18;

/** A text file that is written line by line and appears under its name only when it is whole. */
export class LineFile implements AsyncDisposable {
  readonly #path: string;
  readonly #handle: FileHandle;
  #lines: string[] = [];
  #length = 0;
  #isFinished = false;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  static async open(path: string): Promise<LineFile> {
    return new LineFile(path, await open(`${path}.part`, 'w'));
  }

  /** Writes a line and its break. */
  async write(line: string): Promise<void> {
    this.#lines.push(line, '\n');
    this.#length += line.length;
    if (this.#length >= BUFFER_LENGTH) await this.#flush();
  }

  /** Ends the file and gives it its name. */
  async finish(): Promise<void> {
    await this.#flush();
    await this.#handle.close();
    await rename(`${this.#path}.part`, this.#path);
    this.#isFinished = true;
  }

  /** Removes what was written of a file that was not finished. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isFinished) return;
    await this.#handle.close();
    await rm(`${this.#path}.part`, { force: true });
  }

  async #flush(): Promise<void> {
    await this.#handle.appendFile(this.#lines.join(''));
    this.#lines = [];
    this.#length = 0;
  }
}
