import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBattles, type BattleTable, type ReadBattlesOptions } from '@understudy/arena';

/** The folder with public votes and what was published of them. */
export class ArenaFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  battles(name: string, options?: ReadBattlesOptions): Promise<BattleTable> {
    return readBattles(join(this.#folder, name), options);
  }

  /** The numbers of `expected.json`; their shape is stated where they are used. */
  expected(): unknown {
    return JSON.parse(this.#text('expected.json'));
  }

  /** The cells of a CSV file without quotes, its header left out. */
  cells(name: string, { hasHeader }: { readonly hasHeader: boolean }): readonly (readonly string[])[] {
    const lines = this.#text(name).trimEnd().split(/\r?\n/);
    return lines.slice(hasHeader ? 1 : 0).map((line) => line.split(','));
  }

  #text(name: string): string {
    return readFileSync(join(this.#folder, name), 'utf8');
  }
}
