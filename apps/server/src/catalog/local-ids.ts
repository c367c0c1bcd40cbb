import type { Services } from '../services.js';

/** Ids of the models of the catalog whose files are on this machine. */
export async function localIds({ localModels }: Pick<Services, 'localModels'>): Promise<ReadonlySet<string>> {
  return new Set((await localModels()).map(({ spec }) => spec));
}
