import { fileURLToPath } from 'node:url';

/** Where the built web pages are: found by path, as nothing of them is imported. */
export function siteFolder(): string {
  return fileURLToPath(new URL('../../../../web/dist/site', import.meta.url));
}
