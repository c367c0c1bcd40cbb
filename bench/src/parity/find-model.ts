import { existsSync } from 'node:fs';
import { resolveModel } from '@understudy/catalog';
import { DataError, type ModelFiles } from '@understudy/core';
import type { BenchPlaces } from '../places/bench-places.js';

/**
 * The model that fixtures were made with: the bench's own file, else the catalog's, fetched if need be. Throws `DataError`
 * `bench-other-model` when it is another file, for then nothing could be compared.
 */
export async function findModel(name: string, sha256: string, places: BenchPlaces): Promise<ModelFiles> {
  const file = places.gguf(name);
  const model = await resolveModel(existsSync(file) ? file : name, { home: places.understudyHome });
  if (model.identity !== sha256) {
    throw new DataError({
      code: 'bench-other-model',
      message: `${model.paths[0]} has the SHA-256 ${model.identity}; the fixtures of ${name} were made with ${sha256}.`,
      hint: 'Fetch the model with bench/parity/reference.sh setup.',
    });
  }
  return model;
}
