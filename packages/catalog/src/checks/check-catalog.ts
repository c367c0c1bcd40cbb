import { DataError } from '@understudy/core';
import type { Catalog } from '../catalog.js';

/**
 * Holds the parts of a catalog against each other. Throws `DataError` `catalog-reference` that lists every model, benchmark and licence
 * that is named and not known, and every id and name that is there twice.
 */
export function checkCatalog(catalog: Catalog): void {
  const problems = [
    ...unknownModels(catalog),
    ...unnamedFamilies(catalog),
    ...unknownBenchmarks(catalog),
    ...unknownLicences(catalog),
    ...repeated(
      'id of a model',
      catalog.cards.map(({ id }) => id),
      Object.keys(catalog.externals),
    ),
    ...repeated(
      'id of a claim',
      catalog.claims.map(({ id }) => id),
    ),
    ...repeated(
      'id of a benchmark',
      catalog.benchmarks.map(({ id }) => id),
    ),
    ...repeated(
      'name of a benchmark',
      catalog.benchmarks.flatMap(({ publishedAs }) => publishedAs),
    ),
    ...repeated('name of a family', Object.values(catalog.families)),
    ...repeated(
      'task of a benchmark',
      catalog.benchmarks.flatMap(({ tasks }) => tasks),
    ),
  ];
  if (problems.length === 0) return;
  throw new DataError({
    code: 'catalog-reference',
    message: `The files of the catalog don't fit together: ${problems.join('; ')}.`,
    hint: 'Mend the files in `packages/catalog`.',
    values: { problems },
  });
}

function unknownModels({ cards, cardsById, externals, scores, contaminations }: Catalog): readonly string[] {
  const named = [
    ...cards.map(({ id, baseModel }) => ({ model: baseModel?.value ?? undefined, where: `the card of ${id}` })),
    ...Object.entries(externals).map(([id, { builtOn }]) => ({ model: builtOn ?? undefined, where: `external ${id}` })),
    ...scores.map(({ modelId, source }) => ({ model: modelId, where: `the scores of ${source}` })),
    ...contaminations.flatMap(({ models, benchmark }) =>
      models.map((model) => ({ model, where: `the contamination of ${benchmark}` })),
    ),
  ];
  return named.flatMap(({ model, where }) =>
    model === undefined || cardsById.has(model) || model in externals ? [] : [`${where} names the model ${model}`],
  );
}

function unnamedFamilies({ cards, externals, families }: Catalog): readonly string[] {
  const named = [...cards, ...Object.values(externals)].flatMap(({ family }) => family ?? []);
  return [...new Set(named)].filter((id) => !(id in families)).map((id) => `the family ${id} has no name`);
}

function unknownBenchmarks({ benchmarks, scores, claims, contaminations }: Catalog): readonly string[] {
  const names = new Set(benchmarks.flatMap(({ publishedAs }) => publishedAs));
  const ids = new Set(benchmarks.map(({ id }) => id));
  const published = new Set([
    ...scores.map((score) => score.benchmark),
    ...claims.flatMap((claim) => claim.benchmarks),
  ]);
  return [
    ...[...published].filter((name) => !names.has(name)),
    ...contaminations.map(({ benchmark }) => benchmark).filter((id) => !ids.has(id)),
  ].map((name) => `no benchmark is ${name}`);
}

function unknownLicences({ cards, externals, licences }: Catalog): readonly string[] {
  const named = [
    ...cards.map(({ licence }) => licence.id),
    ...Object.values(externals).map(({ licence }) => licence),
  ].filter((id) => id !== null);
  return [...new Set(named)].filter((id) => !licences.has(id)).map((id) => `no licence is ${id}`);
}

function repeated(what: string, ...lists: readonly (readonly string[])[]): readonly string[] {
  const all = lists.flat();
  const twice = all.filter((value, index) => all.indexOf(value) !== index);
  return [...new Set(twice)].map((value) => `the ${what} ${value} is there twice`);
}
