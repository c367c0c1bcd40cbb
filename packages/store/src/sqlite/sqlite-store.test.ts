import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../open-store.js';
import { describeSharedStore } from '../testing/owner-contract.js';
import { describeStore } from '../testing/store-contract.js';
import type { StorePlace } from '../testing/store-place.js';

const folder = mkdtempSync(join(tmpdir(), 'understudy-store-'));
let count = 0;

const makePlace = (): StorePlace => {
  const path = join(folder, `${(count += 1)}`, 'understudy.db');
  return { open: (now = Date.now) => openStore({ path, now }) };
};

describeStore('a SQLite file', makePlace);
describeSharedStore('a SQLite file', makePlace);
describeStore('SQLite in memory', () => ({ open: (now = Date.now) => openStore({ path: ':memory:', now }) }));

afterAll(() => rmSync(folder, { recursive: true }));
