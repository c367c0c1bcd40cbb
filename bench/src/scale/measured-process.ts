import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { planMmlu, type PlanOptions, type PlanResult } from './plan-mmlu.js';
import { storeSamples, type SamplesOptions, type SamplesResult } from './store-samples.js';

/** What can be measured in a process of its own: options and result by part. */
interface Parts {
  readonly planMmlu: { readonly options: PlanOptions; readonly result: PlanResult };
  readonly storeSamples: { readonly options: SamplesOptions; readonly result: SamplesResult };
}

const RUN: { readonly [K in keyof Parts]: (options: Parts[K]['options']) => Promise<Parts[K]['result']> } = {
  planMmlu,
  storeSamples,
};

/** Does one part in a fresh process, so that its memory is its own, and gives the part's result. */
export async function measureInProcess<K extends keyof Parts>(
  part: K,
  options: Parts[K]['options'],
): Promise<Parts[K]['result']> {
  const child = fork(fileURLToPath(import.meta.url), [part, JSON.stringify(options)]);
  return new Promise((resolve, reject) => {
    // The child below sends the result of this very part.
    child.on('message', (result) => resolve(result as Parts[K]['result']));
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      reject(new Error(`The part ${part} ended with ${signal ?? `exit code ${code}`}.`)),
    );
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [part, options = ''] = process.argv.slice(2);
  // Only `measureInProcess` starts this program, with a part and its options.
  const result = await RUN[part as keyof Parts](JSON.parse(options) as never);
  process.send?.(result);
  process.disconnect();
}
