import { statSync } from 'node:fs';
import { estimateMemory } from '@understudy/catalog';
import { textTable } from '../text-table.js';
import type { EstimatedModel } from './estimated-model.js';
import { peakOfReading } from './peak-of-reading.js';

const CONTEXTS = [256, 2048];
/** What the engine keeps with fixed shapes: the text, and two prefixes for those to come. */
const SEQUENCES = 3;
const MIB = 2 ** 20;

/** A table of estimated memory and the most that the engine's process had while it read a prompt that fills the context. */
export async function memoryReport(models: readonly EstimatedModel[], note: (line: string) => void): Promise<string> {
  const rows: string[][] = [];
  for (const { card, quantization, path } of models) {
    for (const contextLength of CONTEXTS) {
      note(`memory: ${card.id}, context ${contextLength}`);
      const estimate = estimateMemory(card, { quantization, contextLength, sequences: SEQUENCES });
      if (estimate === undefined) throw new Error(`Nothing can be estimated of ${card.id}.`);
      const peak = await peakOfReading(path, contextLength);
      const { weights, kvCacheBytes, bytes } = estimate;
      const sizes = [statSync(path).size, weights.bytes, kvCacheBytes, bytes, peak].map((of) => (of / MIB).toFixed(1));
      rows.push([card.id, String(contextLength), ...sizes, (peak / bytes).toFixed(2)]);
    }
  }
  const head = ['model', 'context', 'file', 'weights', 'K/V cache', 'estimate', 'peak', 'peak / estimate'];
  return `\nMiB\n${textTable({ head, rows, right: [1, 2, 3, 4, 5, 6, 7] })}`;
}
