/** What the `runs` commands print; `runs diff` has its own below. */
export const runs = {
  columns: {
    id: 'run',
    status: 'status',
    started: 'started',
    model: 'model',
    engine: 'engine',
    tasks: 'tasks',
    samples: 'samples',
    spec: 'model spec',
  },
  status: {
    running: 'running',
    interrupted: 'interrupted',
    finished: 'finished',
    stopped: 'stopped',
    failed: 'failed',
  },
  none: "There are no runs yet. 'understudy eval' makes one.",
  upgrading:
    'Bringing the database of an older version up to date: about a minute for a million samples. It may be interrupted.',
  removed: (id: string) => `removed ${id}`,
  imported: (id: string, model: string) => `imported as run ${id} (${model})`,
  importedBefore: (id: string) => `these files were imported before, as run ${id}`,
};

/** What `runs diff` prints. */
export const diff = {
  first: (id: string, model: string) => `first:  ${id}  ${model}`,
  second: (id: string, model: string) => `second: ${id}  ${model}`,
  columns: {
    task: 'task',
    matched: 'documents',
    unmatched: 'only 1st/2nd',
    promptsDiffering: 'other prompts',
    sameAnswer: 'same answer',
    deltaMedian: 'median |Δ|',
    deltaP99: 'p99',
    deltaMax: 'max (nats)',
    metric: 'metric',
    first: 'first',
    second: 'second',
    difference: 'first − second',
    interval: '95% interval',
    pValue: 'p',
  },
  onlyFirst: (tasks: string) => `only in the first run: ${tasks}`,
  onlySecond: (tasks: string) => `only in the second run: ${tasks}`,
  sample: (task: string, document: string) => `${task}, document ${document}:`,
  otherPrompt: 'another prompt',
  otherTarget: 'another target',
  otherAnswer: 'another answer',
  otherMetrics: (names: string) => `another ${names}`,
  more: (count: string) => `${count} more documents differ; --show N prints more of them`,
  none: 'No document differs.',
};
