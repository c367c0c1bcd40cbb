// @ts-check
// Makes the model cards of the catalog from a table of facts about models, once; from then on the cards are edited by hand.
//
//   node scripts/make-cards.mjs [MODELS.json] [--force]
//
// MODELS.json is an array of records as ../shared/catalog/README.md describes them (the default lies beside the repository). The
// same table gives the same bytes. A card that is already there and differs was edited: it is named and left alone, unless
// `--force` is given. Cards that do not come from the table (those of models whose files Understudy fetches) are not touched.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { correct } from './make-cards/corrections.mjs';
import { shareFamilies } from './make-cards/share-families.mjs';
import { toCard } from './make-cards/to-card.mjs';
import { writeFiles } from './make-cards/write-files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2);
const table = words.find((word) => !word.startsWith('--')) ?? join(root, '../shared/catalog/models.json');
/** @type {import('./make-cards/to-card.mjs').ModelRecord[]} */
const records = JSON.parse(readFileSync(table, 'utf8'));
const files = shareFamilies(records.map((record) => correct(toCard(record))));

const written = writeFiles(root, 'packages/catalog/cards', files, words.includes('--force'));
process.stdout.write(`${records.length} records, ${files.size} files, ${written} written\n`);
