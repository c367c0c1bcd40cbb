import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../../shared/hub/datasets', import.meta.url));

/** Folder with the mirror's data sets beside the repository; undefined where there is none, or where a hub is named. */
export function mirrorFolder(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return environment['HF_ENDPOINT'] === undefined && existsSync(FOLDER) ? FOLDER : undefined;
}
