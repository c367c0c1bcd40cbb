import type { Area } from '@understudy/catalog';

const list = (values: readonly string[]): string => values.join(', ');

/** What an option takes, as its help and its errors say it. */
export const expects = {
  path: 'the path of a file',
  texts: 'text',
  name: (longest: number) => `one line of at most ${longest} characters, none of them control characters`,
  names: 'names, separated by commas',
  truth: 'true or false',
  positive: 'a number above 0',
  between: (low: number, high: number) => `a number from ${low} to ${high}`,
  whole: (minimum: number) => `a whole number of at least ${minimum}`,
  parameterCount: 'a number, or one with K, M, B or T behind it: 7B',
  oneOf: (values: readonly string[]) => `one of ${list(values)}`,
  someOf: (values: readonly string[]) => `some of ${list(values)}`,
  currency: 'three letters: USD, EUR, CNY …',
  keyValues: 'key=value, several separated by commas, or a JSON object',
  adapter: 'the file of an adapter, or file:scale',
  sampleIndices: 'JSON, or a JSON file, that gives the documents by task: {"arc_easy": [0, 5]}',
  columnNames: (names: readonly string[]) => `name=column, several separated by commas; names are ${list(names)}`,
  columnName: 'the name of a column',
  globs: 'names of judges, * for any text, several separated by commas',
  anchor: 'a model and its rating: MODEL=1000',
  clusters: 'one or two names of columns, separated by a comma, or none',
  address: 'an address of this machine: 127.0.0.1, 0.0.0.0, ::',
  webAddress: 'an address: https://arena.example.org',
  database: 'the path of a file, or postgres://…',
  areas: (names: readonly Area[]) => `areas with weights, e.g. reasoning-math=2; areas are ${list(names)}`,
  people: 'a number of people: 1200, 50k, 700M',
  dateOrMonth: 'a year, a month or a day: 2023, 2023-06, 2023-06-30',
  memory: 'an amount of memory: 8GiB, 500MB',
  tokens: 'a number of tokens: 8192, 8k',
  seeds: 'a whole number, or four separated by commas: random,numpy,torch,fewshot',
};
