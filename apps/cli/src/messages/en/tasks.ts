/** What the `tasks` commands print. */
export const tasks = {
  columns: { name: 'name', kind: 'kind', measures: 'measures', licence: 'licence' },
  kind: { task: 'task', group: 'group', tag: 'tag' },
  fields: {
    measures: 'measures',
    data: 'data',
    split: 'split',
    licence: 'licence',
    citation: 'citation',
    output: 'output',
    shots: 'examples',
    metrics: 'metrics',
    filters: 'filters',
    version: 'version',
    file: 'file',
    members: 'members',
    prompt: 'prompt',
    aggregates: 'aggregates',
  },
};
