import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { DataError, UserError } from '@understudy/core';
import { downloadFile } from '../transfer/download-file.js';
import { SourceError } from '../transfer/source-error.js';
import type { Transfer } from '../transfer/transfer.js';
import { repoFolder } from './repo-folder.js';
import type { Snapshot } from './repo.js';

/** Which file of a snapshot is wanted. */
export interface RepoFileRequest {
  readonly path: string;
  /** Default: inside the repository's own folder, by commit. */
  readonly destination?: string | undefined;
  /** Refuse other bytes than these; default: what the hub says. */
  readonly sha256?: string | undefined;
}

/** Fetches a file of a snapshot unless it is on disk, and returns its path. Errors as `downloadFile`. */
export async function fetchRepoFile(snapshot: Snapshot, request: RepoFileRequest, transfer: Transfer): Promise<string> {
  const { repo, commit } = snapshot;
  const destination = request.destination ?? insideFolder(join(repoFolder(repo, transfer.home), commit), request.path);
  if (existsSync(destination)) {
    return destination;
  }
  const source = `${repo.name}/${request.path}`;
  const file = snapshot.files.find((candidate) => candidate.path === request.path);
  if (file === undefined) {
    throw new SourceError({
      code: 'source-not-found',
      source,
      reason: `${repo.name} has no such file at ${commit.slice(0, 10)}`,
    });
  }
  if (transfer.offline) {
    throw new UserError({
      code: 'offline-missing',
      message: `${source} is not on disk, and Understudy is offline.`,
      hint: 'Run once with a network, without HF_HUB_OFFLINE.',
    });
  }
  if (request.sha256 !== undefined && file.sha256 !== undefined && file.sha256 !== request.sha256) {
    throw new DataError({
      code: 'checksum-mismatch',
      message: `${source} is not the file that was asked for: the hub says its SHA-256 is ${file.sha256}, expected ${request.sha256}.`,
      values: { source, sha256: file.sha256, expected: request.sha256 },
    });
  }
  const folder = repo.type === 'dataset' ? 'datasets/' : '';
  const path = request.path.split('/').map(encodeURIComponent).join('/');
  const url = `${transfer.endpoint}/${folder}${repo.name}/resolve/${encodeURIComponent(commit)}/${path}`;
  const sha256 = request.sha256 ?? file.sha256;
  await downloadFile({ url, destination, label: request.path, sizeBytes: file.sizeBytes, sha256 }, transfer);
  return destination;
}

/** Joins a path that came from outside to a folder, and refuses to leave it. */
function insideFolder(folder: string, path: string): string {
  const joined = join(folder, ...path.split('/'));
  if (!joined.startsWith(folder + sep)) {
    throw new DataError({
      code: 'repo-path',
      message: `A repository names the file ${JSON.stringify(path)}, outside of itself.`,
    });
  }
  return joined;
}
