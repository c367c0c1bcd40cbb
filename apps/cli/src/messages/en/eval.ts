/** The words of the line that shows how far a run is. */
export const progress = {
  shared: 'shared',
  remaining: 'left',
  tokensPerSecond: 'tokens/s',
  rateLimited: (count: string) => `${count} rate limits`,
};

/** What `eval` says while it runs. */
export const evaluation = {
  purpose: { scoring: 'scores', generation: 'texts' },
  engine: (purpose: string, engine: string, compute: string, build: string, reason: string) =>
    `${purpose}: ${engine} in ${compute} (${build}). ${reason}`,
  remoteEngine: (purpose: string, model: string, address: string, api: string) =>
    `${purpose}: ${model} at ${address} (${api})`,
  note: (text: string) => `  ${text}`,
  started: (id: string, documents: string) => `run ${id}: ${documents} documents`,
  resumed: (id: string, documents: string, stored: string) =>
    `run ${id} goes on: ${stored} of ${documents} documents are already stored`,
  stopping: 'Stopping. Ctrl-C again ends at once.',
  stopped: (id: string, done: string, total: string) => `Stopped. ${done} of ${total} documents of run ${id} are kept.`,
  goOn: (command: string) => `Go on with:  ${command}`,
  failedSamples: (count: string) => `${count} samples failed; the same command computes them again.`,
  wrote: (path: string) => `wrote ${path}`,
  prompt: (task: string, document: string) => `${task}, document ${document}:`,
  target: 'target',
};
