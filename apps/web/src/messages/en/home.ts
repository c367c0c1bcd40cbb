/** The page on which one starts. */
export const home = {
  title: 'Which open model can stand in for ChatGPT?',
  about:
    'Understudy answers with evidence: for what work, how well, at what cost, under which licence. Every number leads to its samples or to its source.',
  published: 'These pages were published as files; they show what was known at that time.',
  doors: {
    know: { name: 'Know the models', about: 'What each is, what it was trained on, what its licence allows.' },
    measure: { name: 'Measure', about: 'Results of our own runs side by side, down to each sample.' },
    vote: { name: 'Vote', about: 'Blind votes on answers side by side, and the ratings that follow.' },
    decide: { name: 'Decide', about: 'Say what you need; get a shortlist with its evidence and its weak spots.' },
  },
  counts: {
    models: (shown: string, count: number) => `${shown} ${count === 1 ? 'model' : 'models'}`,
    measured: (shown: string, count: number) => `${shown} ${count === 1 ? 'model' : 'models'} measured`,
    runs: (shown: string, count: number) => `${shown} ${count === 1 ? 'run' : 'runs'}`,
    samples: (shown: string, count: number) => `${shown} ${count === 1 ? 'sample' : 'samples'}`,
    studies: (shown: string, count: number) => `${shown} ${count === 1 ? 'study' : 'studies'}`,
    votes: (shown: string, count: number) => `${shown} ${count === 1 ? 'vote' : 'votes'}`,
  },
  newest: 'Newest runs',
  columns: { run: 'Run', model: 'Model', tasks: 'Tasks', samples: 'Samples', status: 'Status', began: 'Began' },
  more: (count: number) => (count > 0 ? ` and ${count} more` : ''),
  status: {
    running: 'running',
    interrupted: 'interrupted',
    finished: 'finished',
    stopped: 'stopped',
    failed: 'failed',
  },
  first: 'What to do first',
  firstNote: 'Commands for a terminal on this machine. Models are fetched when they are first used.',
  steps: {
    measure: 'Measure a small model on 200 questions:',
    compare: 'Measure a second one, so that there is something to compare:',
    vote: 'Fill the arena with published answers and votes of 59 models:',
  },
};
