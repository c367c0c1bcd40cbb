/** The columns of a table of scores. */
export const report = {
  task: 'task',
  version: 'version',
  filter: 'filter',
  shots: 'n-shot',
  metric: 'metric',
  value: 'value',
  standardError: 'stderr',
  interval: '95% interval',
  count: 'n',
  truncatedPrompts: 'cut prompts',
  truncatedAnswers: 'cut answers',
  noAnswers: 'no answer',
  ties: 'ties',
  cachedResponses: 'cached',
  failed: 'failed',
};

/** The lines below a table of scores: what the run took and what it cost. */
export const summary = {
  heading: (model: string, engines: string, run: string) => `${model}  ${engines}  run ${run}`,
  engine: (engine: string, compute: string) => `${engine} ${compute}`,
  partial: (status: string) => `This run is ${status}: the scores are those of the samples stored so far.`,
  time: (duration: string) => `${duration} in all`,
  native: (duration: string) => `${duration} computing`,
  tokens: (unique: string, requested: string, share: string) =>
    `${unique} tokens computed for ${requested} of prompts and answers (${share} shared)`,
  generated: (count: string) => `${count} tokens generated`,
  pace: (rate: string) => `${rate} tokens/s`,
  padding: (count: string) => `${count} tokens of padding`,
  scoredRows: (count: string) => `${count} scored rows`,
  memory: (size: string) => `engine memory at most ${size}`,
  answered: (count: string) => `${count} requests answered`,
  retries: (count: string) => `${count} sent again`,
  rateLimited: (count: string) => `${count} refused for rate limits`,
  failed: (count: string) => `${count} given up`,
  promptTokens: (count: string) => `${count} prompt tokens`,
  cost: (amount: string) => `cost ${amount}`,
  price: (input: string, output: string, source: string, date: string) =>
    `at ${input} + ${output} a million tokens (${source}, ${date})`,
  noPrice: 'cost not known: no price for this model (--price-input, --price-output)',
  unpriced: (count: string) => `${count} answers whose tokens the server did not count, of unknown cost`,
  uncertainCost: (amount: string) => `up to ${amount} more for attempts that were not answered`,
  fingerprints: (counts: string) => `The server answered in several configurations: ${counts}.`,
};
