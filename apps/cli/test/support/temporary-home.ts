import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A home folder for the tests of one file, removed behind them. */
export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'understudy-home-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  return home;
}
