// Memory as the catalog estimates it beside what the engine's process reports, of the two packaged models:
//   UNDERSTUDY_TEST_MODELS=FOLDER npm run bench:estimates -w bench
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { estimateMemory, isQuantization, readCatalog } from '@understudy/catalog';
import { textTable } from '../text-table.js';
import { peakOfReading } from './peak-of-reading.js';

const FILES = [
  ['smollm2-135m-instruct', 'SmolLM2-135M-Instruct.Q4_1.gguf'],
  ['gemma-3-270m', 'gemma-3-270m-Q4_K_M.gguf'],
] as const;
const CONTEXTS = [256, 2048];
/** What the engine keeps with fixed shapes: the text, and two prefixes for those to come. */
const SEQUENCES = 3;
const MIB = 2 ** 20;

const folder = process.env['UNDERSTUDY_TEST_MODELS'] ?? '.';
const { cardsById } = await readCatalog();
const mib = (bytes: number) => (bytes / MIB).toFixed(1);

const rows: string[][] = [];
for (const [id, name] of FILES) {
  const card = cardsById.get(id);
  const quantization = card?.weights.file?.quantization ?? '';
  const path = join(folder, name);
  for (const contextLength of CONTEXTS) {
    const estimate =
      card && isQuantization(quantization)
        ? estimateMemory(card, { quantization, contextLength, sequences: SEQUENCES })
        : undefined;
    if (estimate === undefined) throw new Error(`Nothing can be estimated of ${id}.`);
    const peak = await peakOfReading(path, contextLength);
    const { weights, kvCacheBytes, bytes } = estimate;
    const sizes = [statSync(path).size, weights.bytes, kvCacheBytes, bytes, peak].map(mib);
    rows.push([id, String(contextLength), ...sizes, (peak / bytes).toFixed(2)]);
    process.stderr.write('.');
  }
}
const head = ['model', 'context', 'file', 'weights', 'K/V cache', 'estimate', 'peak', 'peak / estimate'];
process.stdout.write(`\nMiB\n${textTable({ head, rows, right: [1, 2, 3, 4, 5, 6, 7] })}\n`);
