import { estimateSpeed } from '@understudy/catalog';
import { matmulGflops } from '../measure/matmul-gflops.js';
import { textTable } from '../text-table.js';
import type { EstimatedModel } from './estimated-model.js';
import { memoryBandwidth } from './memory-bandwidth.js';
import { timeModel } from './timed-model.js';

const TOKENS = 256;
const TIMEOUT_MS = 120_000;

/** A table of the bounds on speed that follow from what this machine was just measured to do, and of what the engine did. */
export async function speedReport(models: readonly EstimatedModel[], note: (line: string) => void): Promise<string> {
  note('speed: this machine');
  const bandwidth = await memoryBandwidth();
  const compute = await matmulGflops({ timeoutMs: TIMEOUT_MS });
  const rows: string[][] = [];
  for (const { card, quantization, path } of models) {
    note(`speed: ${card.id}`);
    const bound = estimateSpeed(card, { quantization, contextLength: TOKENS }, { bandwidth, compute });
    if (bound === undefined) throw new Error(`Nothing can be estimated of ${card.id}.`);
    const done = await timeModel(path, TOKENS);
    for (const [what, most, real] of [
      ['writing', bound.decodingTokensPerSecond, done.decodingTokensPerSecond],
      ['reading', bound.prefillTokensPerSecond, done.prefillTokensPerSecond],
    ] as const) {
      rows.push([card.id, what, most.toFixed(0), real.toFixed(0), (real / most).toFixed(2)]);
    }
  }
  const machine = `${bandwidth.toFixed(1)} GB/s, ${compute.toFixed(0)} GFLOP/s (measured now)`;
  const head = ['model', `${TOKENS} tokens`, 'estimate', 'done', 'done / estimate'];
  return `\nTokens a second of one text; ${machine}\n${textTable({ head, rows, right: [2, 3, 4] })}`;
}
