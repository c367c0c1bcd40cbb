// @ts-check
// Makes the catalog's claims and published scores from tables of both, once; from then on the files are edited by hand.
//
//   node scripts/make-scores.mjs [FOLDER] [--force]
//
// FOLDER has claims.json and scores.json as ../shared/catalog/README.md describes them (the default lies beside the repository).
// A file that is already there and differs was edited: it is named and left alone, unless `--force` is given.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimFiles } from './make-cards/claim-files.mjs';
import { scoreFiles } from './make-cards/score-files.mjs';
import { writeFiles } from './make-cards/write-files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2);
const folder = words.find((word) => !word.startsWith('--')) ?? join(root, '../shared/catalog');
const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

const files = new Map([...claimFiles(read('claims.json')), ...scoreFiles(read('scores.json'))]);
const written = writeFiles(root, 'packages/catalog', files, words.includes('--force'));
process.stdout.write(`${files.size} files, ${written} written\n`);
