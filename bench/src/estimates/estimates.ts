// Memory and speed as the catalog estimates them, beside what the engine needs and does, of the two packaged models:
//   UNDERSTUDY_TEST_MODELS=FOLDER npm run bench:estimates
import { join } from 'node:path';
import { isQuantization, readCatalog } from '@understudy/catalog';
import { memoryReport } from './memory-report.js';
import { speedReport } from './speed-report.js';
import type { EstimatedModel } from './estimated-model.js';

const FILES = [
  ['smollm2-135m-instruct', 'SmolLM2-135M-Instruct.Q4_1.gguf'],
  ['gemma-3-270m', 'gemma-3-270m-Q4_K_M.gguf'],
] as const;

const folder = process.env['UNDERSTUDY_TEST_MODELS'] ?? '.';
const { cardsById } = await readCatalog();
const models = FILES.map(([id, name]): EstimatedModel => {
  const card = cardsById.get(id);
  const quantization = card?.weights.file?.quantization ?? '';
  if (card === undefined || !isQuantization(quantization)) throw new Error(`The card of ${id} names no file.`);
  return { card, quantization, path: join(folder, name) };
});
const note = (line: string) => process.stderr.write(`${line}\n`);
process.stdout.write(`${await memoryReport(models, note)}\n`);
process.stdout.write(`${await speedReport(models, note)}\n`);
