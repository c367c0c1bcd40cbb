import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Results of a bench by the name of the part that gave them, on disk after every part, so that an interrupted bench loses
 * nothing and can be gone on with.
 */
export class ResultsFile<T> {
  readonly path: string;
  readonly #parts = new Map<string, T>();

  /** `resume` keeps what the file holds from before. */
  constructor(path: string, resume: boolean) {
    this.path = path;
    if (resume) this.#read();
  }

  get(part: string): T | undefined {
    return this.#parts.get(part);
  }

  set(part: string, result: T): void {
    this.#parts.set(part, result);
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(`${this.path}.part`, `${JSON.stringify(this.toJSON(), undefined, 1)}\n`);
    renameSync(`${this.path}.part`, this.path);
  }

  toJSON(): Readonly<Record<string, T>> {
    return Object.fromEntries(this.#parts);
  }

  #read(): void {
    try {
      // The file is written by `set` alone.
      const parts = JSON.parse(readFileSync(this.path, 'utf8')) as Record<string, T>;
      for (const [part, result] of Object.entries(parts)) this.#parts.set(part, result);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
