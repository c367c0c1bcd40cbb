import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '@understudy/core';
import type { PublishedFile } from '@understudy/server';
import type { Messages } from '../../messages/messages.js';

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

/** Throws `UserError` `site-folder-foreign` where replacing the folder would lose something that is no published site. */
export async function checkSiteFolder({ folder, force, messages }: SiteFolderOptions): Promise<void> {
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
  const folder = resolve(options.folder);
  const beside = join(dirname(folder), `.${basename(folder)}.${process.pid}`);
  const [fresh, old] = [`${beside}.new`, `${beside}.old`];
  try {
    const written = await writeAll(files, fresh, options);
    await writeFile(join(fresh, MARK), MARK_TEXT);
    if ((await entriesOf(folder)) !== undefined) await rename(folder, old);
    await rename(fresh, folder);
    return written;
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
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
      throw new UserError({
        code: 'site-unwritable',
        message: messages.errors.fileUnwritable(file, cause instanceof Error ? cause.message : String(cause)),
        hint: messages.errors.fileUnwritableHint,
        values: { file },
        cause,
      });
    }
    written = { files: written.files + 1, bytes: written.bytes + bytes.length };
    onFile(written);
  }
  return written;
}
