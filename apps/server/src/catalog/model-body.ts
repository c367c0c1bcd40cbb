import type { z } from '@hono/zod-openapi';
import {
  ancestorsOf,
  cardTemplate,
  descendantsOf,
  obligationsOf,
  type Catalog,
  type ModelCard,
} from '@understudy/catalog';
import type { ModelBody, Relative } from '../api/catalog/model-schema.js';
import type { Services } from '../services.js';
import { isRunOf } from './card-runs.js';
import { findCard } from './find-card.js';
import { localIds } from './local-ids.js';
import { renderInTemplate } from './rendered-conversation.js';
import { scoreTablesWith } from './score-tables.js';

/** Runs that a model's page names; the leaderboard and the list of runs have all. */
const SHOWN_RUNS = 20;

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

/** What was said of a model's training data holds for what was tuned from it as well. */
function contaminationsOf(lineage: readonly string[], { contaminations }: Catalog): ModelBody['contaminations'] {
  return lineage.flatMap((from) =>
    contaminations
      .filter(({ models }) => models.includes(from))
      .map(({ benchmark, finding, statement, sources }) => ({ benchmark, finding, statement, sources, from })),
  );
}

async function runsOf(card: ModelCard, { runs }: Services): Promise<ModelBody['runs']> {
  const all = (await runs.listRuns()).filter((run) => isRunOf(run, card)).slice(0, SHOWN_RUNS);
  return Promise.all(
    all.map(async ({ id, model, status, createdAt }) => ({
      id,
      model,
      status,
      createdAt,
      tasks: (await runs.listTasks(id)).map(({ task }) => task),
    })),
  );
}

/** All that is known about a model. Throws `ApiError` 404. */
export async function modelBody(id: string, services: Services): Promise<ModelBody> {
  const catalog = await services.catalog();
  const card = findCard(id, catalog);
  const ancestors = ancestorsOf(id, catalog);
  const [local, template, runs] = await Promise.all([localIds(services), templateBody(card), runsOf(card, services)]);
  return {
    card,
    isLocal: local.has(id),
    obligations: obligationsBody(card, catalog),
    ancestors: ancestors.map((each) => relative(each, catalog)),
    descendants: descendantsOf(id, catalog).map((each) => relative(each.id, catalog)),
    template,
    tables: scoreTablesWith(id, catalog),
    claims: catalog.claims.filter(({ models, comparators }) => models.includes(id) || comparators.includes(id)),
    contaminations: contaminationsOf([id, ...ancestors], catalog),
    runs,
  };
}
