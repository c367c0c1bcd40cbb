/** What the surveys claim, and what checks of it found. */
export const claims = {
  sourceCheck: 'Against its sources',
  checks: {
    supported: 'supported by the sources found',
    'supported-with-caveat': 'supported with a caveat',
    contradicted: 'contradicted',
    'not-checked': 'not checked',
  },
  dataCheck: { published: 'Published tables here', measured: 'Our runs' },
  verdicts: {
    supported: 'say the same',
    contradicted: 'say the opposite',
    mixed: 'say both',
    open: 'leave it open',
    'no-data': 'have no comparison of these',
  },
  outcomes: { supports: 'supports it', contradicts: 'contradicts it', open: 'leaves it open' },
  comparisons: (count: number) => (count === 1 ? 'The comparison' : `The ${count} comparisons`),
  missing: (count: number) =>
    count === 1
      ? 'One pair of the claim stands in no table here.'
      : `${count} pairs of the claim stand in no table here.`,
  comparesNothing: 'It compares no models, so no numbers here tell.',
  saysOf: (models: string) => `on ${models}`,
};
