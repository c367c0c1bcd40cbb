import type { z } from '@hono/zod-openapi';
import {
  ancestorsOf,
  contaminationsOf,
  cardTemplate,
  descendantsOf,
  obligationsOf,
  type Catalog,
  type ModelCard,
} from '@understudy/catalog';
import type { ModelBody, Relative } from '../api/catalog/model-schema.js';
import type { Services } from '../services.js';
import type { CapabilityMaps } from './capability-maps.js';
import { claimBody } from './claim-body.js';
import { estimatesBody } from './estimates.js';
import { findCard } from './find-card.js';
import { localIds } from './local-ids.js';
import { measuredResults } from './measured-results.js';
import { renderInTemplate } from './rendered-conversation.js';
import { scoreTablesWith } from './score-tables.js';

function relative(id: string, catalog: Catalog): z.infer<typeof Relative> {
  const { cardsById, externals } = catalog;
  const card = cardsById.get(id);
  return {
    id,
    name: card?.name ?? externals[id]?.name ?? id,
    hasCard: card !== undefined,
    parent: card?.baseModel?.value ?? null,
    commercialUse: card === undefined ? null : obligationsOf(card, catalog).commercialUse,
    methods: card?.finetuning?.methodTags ?? [],
  };
}

function obligationsBody(card: ModelCard, catalog: Catalog): ModelBody['obligations'] {
  const { commercialUse, decidedBy, obligations, teacher } = obligationsOf(card, catalog);
  const conditions = obligations.map(({ condition: { kind, text }, licence, from }) => ({ kind, text, licence, from }));
  return { commercialUse, decidedBy: [...decidedBy], obligations: conditions, teacher };
}

async function templateBody(card: ModelCard): Promise<ModelBody['template']> {
  const template = await cardTemplate(card);
  if (template === undefined) return null;
  const { name, title, jinja, system, takesSystem, turns, stop, sources, attribution, notes } = template;
  const about = { name, title, jinja, system, takesSystem, turns, stop, sources, attribution, notes };
  return { ...about, example: renderInTemplate(template) };
}

/** What sources say of benchmark data in a model's training, each with the model of the lineage that it was said of. */
function contaminationBody(card: ModelCard, lineage: readonly string[], catalog: Catalog): ModelBody['contaminations'] {
  return contaminationsOf(card, catalog).map(({ models, benchmark, finding, statement, sources }) => ({
    benchmark,
    finding,
    statement,
    sources,
    from: lineage.find((id) => models.includes(id)) ?? card.id,
  }));
}

/** All that is known about a model. Throws `ApiError` 404. */
export async function modelBody(id: string, maps: CapabilityMaps, services: Services): Promise<ModelBody> {
  const catalog = await services.catalog();
  const card = findCard(id, catalog);
  const ancestors = ancestorsOf(id, catalog);
  const [local, template, measurements] = await Promise.all([
    localIds(services),
    templateBody(card),
    services.measurements(),
  ]);
  const map = maps.of(catalog, measurements);
  return {
    card,
    familyName: catalog.families[card.family] ?? card.family,
    isLocal: local.has(id),
    obligations: obligationsBody(card, catalog),
    ancestors: ancestors.map((each) => relative(each, catalog)),
    descendants: descendantsOf(id, catalog).map((each) => relative(each.id, catalog)),
    estimates: estimatesBody(card),
    template,
    tables: scoreTablesWith(id, catalog),
    claims: catalog.claims
      .filter(({ models, comparators }) => models.includes(id) || comparators.includes(id))
      .map((claim) => claimBody(claim, map)),
    contaminations: contaminationBody(card, [id, ...ancestors], catalog),
    measured: measuredResults(id, measurements),
  };
}
