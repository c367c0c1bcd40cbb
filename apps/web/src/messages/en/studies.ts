/** The list of studies, one study's page, and the planner. */
export const studies = {
  title: 'Studies',
  about: 'Compare two anonymous answers side by side. The names are shown after each vote.',
  none: 'There is no study yet.',
  noneHint: 'Make one with “New study”, import votes, or begin with a preset: understudy arena --help.',
  create: 'New study',
  modes: { study: 'Planned', free: 'Free questions', imported: 'Imported votes' },
  status: { draft: 'Draft', open: 'Open', closed: 'Closed' },
  models: (count: number) => `${count} models`,
  votes: (done: string, wanted: string) => `${done} of ${wanted} votes`,
  votesOpen: (done: string) => `${done} votes`,
  mine: (done: number) => `${done} by you`,
  left: (count: number) => `${count} left for you`,
  begin: 'Vote',
  goOn: 'Go on voting',
  results: 'Results',
  manage: 'Manage',
};
