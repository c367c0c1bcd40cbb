import { mkdir, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { UserError } from '@understudy/core';
import type { PublishedFile } from '@understudy/server';
import type { Messages } from '../../messages/messages.js';
import { fileUnwritable } from '../file-unwritable.js';

/** What says that a folder was written here, and may be replaced. */
const MARK = '.understudy-site';
const MARK_TEXT = '{"format":1}\n';

/** What was written. */
export interface WrittenSite {
  readonly files: number;
  readonly bytes: number;
}

/** How to write it. */
export interface SiteFolderOptions {
  readonly folder: string;
  /** Replaces whatever is in the folder. */
  readonly force: boolean;
  /** Folders that are never replaced, nor what they are in: the user's own, and that of the database. */
  readonly kept: readonly string[];
  readonly messages: Messages;
  readonly signal: AbortSignal;
  /** Told after each file. */
  readonly onFile: (written: WrittenSite) => void;
}

/** Entries of a folder; undefined where there is none. */
async function entriesOf(folder: string): Promise<readonly string[] | undefined> {
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined) return undefined;
  // A file in the place of the folder is something that is not ours.
  return found.isDirectory() ? readdir(folder) : [basename(folder)];
}

/** The folder itself where the path is a symbolic link to it. */
async function realFolder(folder: string): Promise<string> {
  return realpath(folder).catch(() => resolve(folder));
}

/**
 * Throws `UserError`: `site-folder-foreign` where replacing the folder would lose something that is no published site, `site-folder-kept` where
 * it would lose what nobody wants to lose.
 */
export async function checkSiteFolder({ folder, force, kept, messages }: SiteFolderOptions): Promise<void> {
  const real = await realFolder(folder);
  const within = real.endsWith(sep) ? real : `${real}${sep}`;
  for (const one of await Promise.all(kept.map(realFolder))) {
    if (one !== real && !one.startsWith(within)) continue;
    throw new UserError({
      code: 'site-folder-kept',
      message: messages.site.kept(folder, one),
      hint: messages.site.keptHint,
      values: { folder, kept: one },
    });
  }
  const entries = await entriesOf(folder);
  if (force || entries === undefined || entries.length === 0 || entries.includes(MARK)) return;
  throw new UserError({
    code: 'site-folder-foreign',
    message: messages.site.foreign(folder),
    hint: messages.site.foreignHint,
    values: { folder },
  });
}

/**
 * Writes a site into a folder of its own beside the wanted one and puts it into its place at once, so that whoever reads the folder sees
 * the old site or the new one. What goes wrong leaves the old one. Throws `UserError` `site-unwritable`.
 */
export async function writeSiteFolder(
  files: AsyncIterable<PublishedFile>,
  options: SiteFolderOptions,
): Promise<WrittenSite> {
  const folder = await realFolder(options.folder);
  const beside = join(dirname(folder), `.${basename(folder)}.${process.pid}`);
  const [fresh, old] = [`${beside}.new`, `${beside}.old`];
  try {
    const written = await writeAll(files, fresh, options);
    await writeFile(join(fresh, MARK), MARK_TEXT);
    await putInPlace({ fresh, folder, old }, options);
    await rm(old, { recursive: true, force: true });
    return written;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function putInPlace(
  { fresh, folder, old }: Readonly<Record<'fresh' | 'folder' | 'old', string>>,
  { messages }: SiteFolderOptions,
): Promise<void> {
  const isThere = (await entriesOf(folder)) !== undefined;
  try {
    if (isThere) await rename(folder, old);
    await rename(fresh, folder).catch(async (error: unknown) => {
      if (isThere) await rename(old, folder);
      throw error;
    });
  } catch (cause) {
    throw fileUnwritable('site-unwritable', { file: folder, cause, messages });
  }
}

async function writeAll(
  files: AsyncIterable<PublishedFile>,
  folder: string,
  { messages, signal, onFile }: SiteFolderOptions,
): Promise<WrittenSite> {
  let written: WrittenSite = { files: 0, bytes: 0 };
  for await (const { path, bytes } of files) {
    signal.throwIfAborted();
    const file = join(folder, path);
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    } catch (cause) {
      throw fileUnwritable('site-unwritable', { file, cause, messages });
    }
    written = { files: written.files + 1, bytes: written.bytes + bytes.length };
    onFile(written);
  }
  return written;
}
