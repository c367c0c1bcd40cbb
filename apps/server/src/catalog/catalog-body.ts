import type { z } from '@hono/zod-openapi';
import { obligationsOf, type Catalog, type ModelCard } from '@understudy/catalog';
import type { CatalogBody, CatalogRow } from '../api/catalog/schema.js';
import type { Services } from '../services.js';
import { localIds } from './local-ids.js';
import { countMeasuredTasks } from './measured-results.js';

/** Whether somebody other than its developer can run a model. */
function isOpen({ weights }: ModelCard): boolean {
  return weights.status !== 'closed' && weights.status !== 'unreleased';
}

function catalogRow(
  card: ModelCard,
  catalog: Catalog,
  here: { readonly isLocal: boolean; readonly measured: number },
): z.infer<typeof CatalogRow> {
  return {
    id: card.id,
    name: card.name,
    family: card.family,
    familyName: catalog.families[card.family] ?? card.family,
    kind: card.kind,
    developer: card.developer.value,
    released: card.released?.value ?? null,
    isOpen: isOpen(card),
    weights: card.weights.status,
    licence: { id: card.licence.id, name: card.licence.name },
    commercialUse: obligationsOf(card, catalog).commercialUse,
    ownUse: card.licence.commercialUse,
    languages: card.languages.value,
    parameters: card.parameters?.value ?? null,
    activeParameters: card.architecture?.activeParameters ?? null,
    contextLength: card.architecture?.contextLength ?? null,
    baseModel: card.baseModel?.value ?? null,
    methods: card.finetuning?.methodTags ?? [],
    teacher: card.finetuning?.teacher ?? null,
    ...here,
  };
}

/** All models, with what lists and maps need of them. */
export async function catalogBody(services: Services): Promise<z.infer<typeof CatalogBody>> {
  const [catalog, local, measurements] = await Promise.all([
    services.catalog(),
    localIds(services),
    services.measurements(),
  ]);
  return {
    models: catalog.cards.map((card) =>
      catalogRow(card, catalog, {
        isLocal: local.has(card.id),
        measured: countMeasuredTasks(card.id, measurements),
      }),
    ),
    externals: Object.entries(catalog.externals).map(([id, { name, family }]) => ({
      id,
      name,
      family,
      familyName: family && (catalog.families[family] ?? family),
    })),
  };
}
