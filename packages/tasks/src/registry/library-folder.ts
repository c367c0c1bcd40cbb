import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the tasks that come with Understudy. */
export const LIBRARY_FOLDER = fileURLToPath(new URL('../../library', import.meta.url));

/** How reports name a task's file: built-in ones from `library/` on, the same on every machine; others by their full path. */
export function describeSource(file: string): string {
  const relative = path.relative(LIBRARY_FOLDER, file);
  const isInside = !relative.startsWith('..') && !path.isAbsolute(relative);
  return isInside ? ['library', ...relative.split(path.sep)].join('/') : file;
}
