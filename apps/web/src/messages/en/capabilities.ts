/** Where an open model reaches the references. */
export const capabilities = {
  title: 'Capability map',
  about:
    'By area and benchmark: the best open model of a table against GPT-3.5-turbo and GPT-4 of the same table. Published numbers and our own never stand in one table.',
  area: 'Area',
  allAreas: 'All areas',
  numbers: 'Numbers',
  bothOrigins: 'Published and measured',
  origins: { published: 'published', measured: 'measured' },
  allTables: 'All tables of a benchmark',
  references: { 'gpt-3.5': 'GPT-3.5-turbo', 'gpt-4': 'GPT-4' },
  against: (reference: string, origin: string) => `${reference}, ${origin}`,
  picture: 'At a glance',
  pictureNote:
    'Best open model minus reference, from the first table that has both. Published numbers have no known error: the sign says only which one is printed higher, and the best of many open models is partly luck.',
  label: (benchmarks: number) =>
    `${benchmarks} benchmarks against the references. The tables of the areas have the numbers.`,
  noVerdict: 'No table has both an open model and a reference.',
  verdicts: {
    above: 'above, outside of noise',
    'within-noise': 'within noise',
    below: 'below, outside of noise',
    'higher-as-published': 'printed higher',
    'lower-as-published': 'printed lower',
    'equal-as-published': 'printed equal',
    'unknown-error': 'no interval is known',
  },
  tablesOf: (area: string) => `${area}: tables`,
  columns: {
    benchmark: 'Benchmark',
    origin: 'Numbers',
    bestOpen: 'Best open model',
    value: 'Its value',
    metric: 'Metric',
    setting: 'Setting',
    source: 'Table',
  },
  noSetting: 'not said',
  ourRuns: 'our runs',
  wholeTable: (count: number) => (count === 1 ? 'Its only number' : `All ${count} numbers`),
  claimsOf: (count: number) =>
    count === 1 ? 'What the surveys claim here: 1' : `What the surveys claim here: ${count}`,
  other: 'Methods, evaluation and the rest',
  unplaced: (benchmarks: string) => `Published under names that the catalog does not know: ${benchmarks}.`,
};
