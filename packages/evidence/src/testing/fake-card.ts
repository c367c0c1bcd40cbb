import type { Benchmark, ExternalModel, ModelCard, PublishedScore } from '@understudy/catalog';

/** A card for tests; facts are made up. */
export function fakeCard(changes: Partial<ModelCard> = {}): ModelCard {
  const made = ['made up'];
  return {
    version: 2,
    id: 'tiny',
    name: changes.id ?? 'Tiny',
    family: 'tiny',
    kind: 'base',
    developer: { value: 'Nobody', sources: made },
    released: { value: '2023-07', sources: made },
    baseModel: null,
    licence: {
      id: 'MIT',
      name: 'MIT',
      url: 'https://example.org',
      commercialUse: 'yes',
      condition: null,
      sources: made,
    },
    languages: { value: ['en'], sources: made },
    parameters: { value: 1_000_000, basis: 'counted', sources: made },
    weights: { status: 'open', repositories: ['owner/tiny'], sources: made, file: null },
    architecture: null,
    pretraining: null,
    finetuning: null,
    training: null,
    llamaCpp: null,
    slidingWindow: null,
    template: null,
    remote: null,
    price: null,
    notes: [],
    ...changes,
  };
}

/** A benchmark of one area for tests. */
export function fakeBenchmark(
  id: string,
  area: Benchmark['areas'][number],
  tasks: readonly string[] = [id],
): Benchmark {
  return {
    id,
    name: id,
    areas: [area],
    languages: ['en'],
    tasks: [...tasks],
    publishedAs: [id],
    chance: null,
    sources: ['made up'],
  };
}

/** A published score for tests, of the benchmark `mmlu` in one table. */
export function fakeScore(changes: Partial<PublishedScore> = {}): PublishedScore {
  return {
    modelId: 'tiny',
    modelLabel: 'Tiny',
    benchmark: 'mmlu',
    setting: '5-shot',
    metric: 'accuracy %',
    value: 50,
    higherIsBetter: true,
    source: 'arxiv:2312.00001',
    note: null,
    table: 'table 1',
    ...changes,
  };
}

/** A model without a card for tests. */
export function fakeExternal(changes: Partial<ExternalModel> = {}): ExternalModel {
  return {
    name: 'External',
    family: null,
    isOpen: null,
    licence: null,
    builtOn: null,
    repository: null,
    sources: ['made up'],
    ...changes,
  };
}
