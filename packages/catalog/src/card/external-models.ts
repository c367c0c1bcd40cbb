import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Id, Sources } from './fact.js';

const ExternalModels = z.record(
  Id,
  z.strictObject({
    name: z.string().min(1),
    /** On the model hub, `owner/name`; null where the weights were never published, or the repository is not known. */
    repository: z
      .string()
      .regex(/^[\w.-]+\/[\w.-]+$/)
      .nullable(),
    sources: Sources,
  }),
);

/** Base models that have no card, by id. */
export type ExternalModels = z.infer<typeof ExternalModels>;

/** Reads `external.yaml` of a folder of cards. */
export async function readExternalModels(cardsFolder: string): Promise<ExternalModels> {
  return ExternalModels.parse(parse(await readFile(join(cardsFolder, 'external.yaml'), 'utf8')));
}
