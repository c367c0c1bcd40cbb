import { fileURLToPath } from 'node:url';

/** Folder of the data that come with Understudy: `cards/`, `claims/`, `scores/`, `licences/`, … */
export const CATALOG_FOLDER = fileURLToPath(new URL('../..', import.meta.url));
