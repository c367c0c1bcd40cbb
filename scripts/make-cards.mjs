// @ts-check
// Makes the model cards of the catalog from a table of facts about models, once; from then on the cards are edited by hand.
//
//   node scripts/make-cards.mjs [MODELS.json] [--force]
//
// MODELS.json is an array of records as ../shared/catalog/README.md describes them (the default lies beside the repository). The
// same table gives the same bytes. A card that is already there and differs was edited: it is named and left alone, unless
// `--force` is given. Cards that do not come from the table (those of models whose files Understudy fetches) are not touched.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { correct } from './make-cards/corrections.mjs';
import { shareFamilies } from './make-cards/share-families.mjs';
import { toCard } from './make-cards/to-card.mjs';
import { toYaml } from './make-cards/to-yaml.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cards = join(root, 'packages/catalog/cards');

/**
 * The files as they would be in the catalog, formatted like everything in the repository.
 * @param {ReadonlyMap<string, string>} files
 */
function formatted(files) {
  const folder = mkdtempSync(join(root, '.make-cards-'));
  try {
    for (const [name, text] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const { status } = spawnSync('npx', ['oxfmt', folder], { cwd: root, stdio: 'ignore' });
    if (status !== 0) throw new Error('oxfmt could not format the cards.');
    return new Map([...files.keys()].map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const words = process.argv.slice(2);
const isForced = words.includes('--force');
const table = words.find((word) => !word.startsWith('--')) ?? join(root, '../shared/catalog/models.json');
/** @type {import('./make-cards/to-card.mjs').ModelRecord[]} */
const records = JSON.parse(readFileSync(table, 'utf8'));
const files = shareFamilies(records.map((record) => correct(toCard(record))));

let written = 0;
for (const [name, text] of formatted(new Map([...files].map(([path, value]) => [path, toYaml(value)])))) {
  const path = join(cards, name);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (before === text) continue;
  if (before !== undefined && !isForced) {
    process.stdout.write(`edited since, left alone: ${name}\n`);
    continue;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  written++;
}
process.stdout.write(`${records.length} records, ${files.size} files, ${written} written\n`);
