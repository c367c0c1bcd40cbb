import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { benchPlaces } from '../places/bench-places.js';

/** Folder with the mirror's data sets beside the repository; undefined where there is none, or where a hub is named. */
export function mirrorFolder(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const folder = join(benchPlaces().mirror, 'datasets');
  return environment['HF_ENDPOINT'] === undefined && existsSync(folder) ? folder : undefined;
}
