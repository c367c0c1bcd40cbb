import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';

/**
 * The part of a download that is already there: `<destination>.partial`, with the source's ETag beside it. It only ever grows, and
 * becomes the destination by a rename, so a killed process leaves nothing that could be taken for the whole file.
 */
export class PartialFile {
  readonly path: string;
  readonly #destination: string;
  readonly #etagPath: string;

  constructor(destination: string) {
    this.path = `${destination}.partial`;
    this.#destination = destination;
    this.#etagPath = `${destination}.partial-etag`;
  }

  /** Bytes already there; 0 when there is no such file. */
  async sizeBytes(): Promise<number> {
    try {
      return (await stat(this.path)).size;
    } catch {
      return 0;
    }
  }

  /** The ETag under which the bytes came. */
  async etag(): Promise<string | undefined> {
    try {
      return (await readFile(this.#etagPath, 'utf8')) || undefined;
    } catch {
      return undefined;
    }
  }

  async setEtag(etag: string | null): Promise<void> {
    await writeFile(this.#etagPath, etag ?? '');
  }

  /** SHA-256 fed with what is there already. */
  async startHash(): Promise<ReturnType<typeof createHash>> {
    const hash = createHash('sha256');
    if ((await this.sizeBytes()) > 0) {
      for await (const chunk of createReadStream(this.path, { highWaterMark: 1 << 20 })) {
        hash.update(chunk);
      }
    }
    return hash;
  }

  /** Makes the partial file the destination; only for a complete and verified one. */
  async complete(): Promise<void> {
    const handle = await open(this.path, 'r+');
    await handle.sync();
    await handle.close();
    await rename(this.path, this.#destination);
    await rm(this.#etagPath, { force: true });
  }

  async discard(): Promise<void> {
    await rm(this.path, { force: true });
    await rm(this.#etagPath, { force: true });
  }
}
