import { z } from '@hono/zod-openapi';
import { COMMERCIAL_USES, MODEL_KINDS, WEIGHTS_STATUSES } from '@understudy/catalog';
import { list } from '../json.js';

/** A model as it stands in the list: what lists, timelines and maps need of its card. */
export const CatalogRow = z
  .object({
    id: z.string(),
    name: z.string(),
    family: z.string().openapi({ description: 'Its id.' }),
    familyName: z.string(),
    kind: z.enum(MODEL_KINDS),
    developer: z.string(),
    released: z.string().nullable().openapi({ description: '`YYYY-MM` or `YYYY-MM-DD`; null: not known.' }),
    isOpen: z.boolean().openapi({ description: 'Its weights were published, under whatever licence.' }),
    weights: z.enum(WEIGHTS_STATUSES),
    licence: z.object({ id: z.string().nullable(), name: z.string() }),
    commercialUse: z
      .enum(COMMERCIAL_USES)
      .openapi({ description: 'By all licences along its lineage: the strictest counts.' }),
    ownUse: z.enum(COMMERCIAL_USES).openapi({ description: 'By the licence of its own weights.' }),
    languages: list(z.string()),
    parameters: z.number().nullable(),
    activeParameters: z.number().nullable().openapi({ description: 'Used for each token, of a mixture of experts.' }),
    contextLength: z.number().nullable().openapi({ description: 'Tokens.' }),
    baseModel: z.string().nullable().openapi({ description: 'Id of its direct parent; null: none, or not known.' }),
    methods: list(z.string()).openapi({ description: 'How it was tuned, as tags.' }),
    teacher: z.string().nullable().openapi({ description: 'In words: whose outputs it learnt from.' }),
    isLocal: z.boolean().openapi({ description: 'Its file is on this machine.' }),
    measured: z.number().openapi({ description: 'Tasks that we have measured it on.' }),
  })
  .openapi('CatalogRow');

/** A base model or a system without a card. */
const ExternalModel = z.object({
  id: z.string(),
  name: z.string(),
  family: z.string().nullable(),
  familyName: z.string().nullable(),
});

export const CatalogBody = z.object({ models: list(CatalogRow), externals: list(ExternalModel) }).openapi('Catalog');
