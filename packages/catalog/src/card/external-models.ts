import { join } from 'node:path';
import { z } from 'zod';
import { readCatalogFile } from '../files/read-catalog-file.js';
import { Id, Sources } from './fact.js';

const ExternalModel = z.strictObject({
  name: z.string().min(1),
  /**
   * Releases of one model share it, cards included (`gpt-3.5` has the dated snapshots of GPT-3.5-turbo and nothing else); null: a system
   * around a model, or no model at all.
   */
  family: Id.nullable(),
  /** Whether its weights can be had in some form; null: not known, or no model at all. */
  isOpen: z.boolean().nullable(),
  /** Id of a licence; null: not known here, or nothing to be licensed. */
  licence: z.string().min(1).nullable(),
  /** The model that a system of prompting, retrieval or checking is built around; such a system does not stand for that model. */
  builtOn: Id.nullable().default(null),
  /** On the model hub, `owner/name`; null where the weights were never published, or the repository is not known. */
  repository: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/)
    .nullable(),
  sources: Sources,
});

const ExternalModels = z.record(Id, ExternalModel);

/** A base model or a system that has no card. */
export type ExternalModel = z.infer<typeof ExternalModel>;

/** Base models of cards, and systems in published scores and claims, that have no card, by id. */
export type ExternalModels = z.infer<typeof ExternalModels>;

/** Reads `external.yaml` of a folder of cards. Throws `DataError` `catalog-file`. */
export function readExternalModels(cardsFolder: string): Promise<ExternalModels> {
  return readCatalogFile(join(cardsFolder, 'external.yaml'), ExternalModels);
}
