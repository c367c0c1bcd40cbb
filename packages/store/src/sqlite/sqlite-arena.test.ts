import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openArenaStore } from '../open-arena-store.js';
import { describeArena } from '../testing/arena-contract.js';
import type { ArenaPlace } from '../testing/arena-place.js';

const folder = mkdtempSync(join(tmpdir(), 'understudy-arena-'));
let count = 0;

const makePlace = (): ArenaPlace => {
  const path = join(folder, `${(count += 1)}`, 'understudy.db');
  return { open: (now = Date.now) => openArenaStore({ path, now }) };
};

describeArena('a SQLite file', makePlace);

afterAll(() => rmSync(folder, { recursive: true }));
