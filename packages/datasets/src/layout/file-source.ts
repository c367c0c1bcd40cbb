import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fetchRepoFile, type Snapshot, type Transfer } from '@understudy/hub';

/** A folder of files, on the hub or on disk. */
export interface FileSource {
  /** Name to show in messages. */
  readonly label: string;
  /** Paths inside, with `/`. */
  readonly paths: readonly string[];
  /** The path on disk of one of them, fetched if needed. */
  open(path: string): Promise<string>;
}

/** The files of a data set repository. */
export function hubSource(snapshot: Snapshot, transfer: Transfer): FileSource {
  return {
    label: snapshot.repo.name,
    paths: snapshot.files.map((file) => file.path),
    open: (path) => fetchRepoFile(snapshot, { path }, transfer),
  };
}

/** The files below a local folder. */
export async function folderSource(folder: string): Promise<FileSource> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  return {
    label: folder,
    paths: files.map((file) => relative(folder, file).split(sep).join('/')).sort(),
    open: (path) => Promise.resolve(join(folder, ...path.split('/'))),
  };
}
