import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LAUNCHER } from './serve-arena.js';

/** A site that the real command has written. */
export interface ExportedSite extends AsyncDisposable {
  readonly folder: string;
  /** Writes it once more, into another folder; gives that. */
  readonly again: () => Promise<string>;
}

/** Fills a new database, runs commands on it, and publishes it. */
export async function exportSite(options: {
  readonly fill: (path: string) => Promise<void>;
  readonly commands?: readonly (readonly string[])[];
}): Promise<ExportedSite> {
  const home = mkdtempSync(join(tmpdir(), 'understudy-site-'));
  await options.fill(join(home, 'understudy.db'));
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, LANG: 'en_US.UTF-8', NO_COLOR: '1', UNDERSTUDY_HOME: home };
  const run = (command: readonly string[]) => promisify(execFile)(process.execPath, [LAUNCHER, ...command], { env });
  for (const command of options.commands ?? []) await run(command);
  let written = 0;
  const write = async (): Promise<string> => {
    written += 1;
    const folder = join(home, `site-${written}`);
    await run(['site', 'export', '--output', folder]);
    return folder;
  };
  return {
    folder: await write(),
    again: write,
    [Symbol.asyncDispose]: () => {
      rmSync(home, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}
