import { readFile } from 'node:fs/promises';
import { UserError } from '@understudy/core';
import { datasetInfo, InvalidApiResponseFormatError, listFiles, modelInfo } from '@huggingface/hub';
import { maskSecrets } from '../transfer/mask-secrets.js';
import { patientFetch } from '../transfer/patient-fetch.js';
import { retryTransient } from '../transfer/retry-transient.js';
import { SourceError } from '../transfer/source-error.js';
import type { Transfer } from '../transfer/transfer.js';
import { writeAtomically } from '../transfer/write-atomically.js';
import { listingPath } from './repo-folder.js';
import type { Repo, RepoFile, Snapshot } from './repo.js';

const LISTING_VERSION = 1;

/**
 * Which commit a revision is, and what files it holds. The first answer is kept: later calls need no network and see the same
 * commit, until `refresh`. Throws `SourceError`, or `UserError` `offline-missing`.
 */
export async function openSnapshot(repo: Repo, revision: string, transfer: Transfer): Promise<Snapshot> {
  const path = listingPath(repo, revision, transfer);
  const kept = transfer.refresh && !transfer.offline ? undefined : await readListing(path);
  if (kept !== undefined) {
    return { repo, revision, ...kept };
  }
  if (transfer.offline) {
    throw new UserError({
      code: 'offline-missing',
      message: `The ${repo.type} ${repo.name} (${revision}) is not on disk, and Understudy is offline.`,
      hint: 'Run once with a network, without HF_HUB_OFFLINE.',
      values: { repo: repo.name, revision },
    });
  }
  const source = `${maskSecrets(transfer.endpoint)}/${repo.name}`;
  const { commit, files } = await retryTransient(() => askHub(repo, revision, transfer), {
    source,
    signal: transfer.signal,
  });
  await writeAtomically(path, `${JSON.stringify({ version: LISTING_VERSION, commit, files })}\n`);
  return { repo, revision, commit, files };
}

async function askHub(repo: Repo, revision: string, transfer: Transfer): Promise<Pick<Snapshot, 'commit' | 'files'>> {
  try {
    const commit = await resolveCommit(repo, revision, transfer);
    return { commit, files: await listRepo(repo, commit, transfer) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof InvalidApiResponseFormatError) {
      const reason = `its answer is not that of a data hub (${error.message})`;
      throw new SourceError({
        code: 'source-unusable',
        source: transfer.endpoint,
        reason,
        hint: 'Check HF_ENDPOINT.',
        cause: error,
      });
    }
    if (error instanceof SourceError) {
      const { code, reason, hint, status } = error;
      const source = `the ${repo.type} ${repo.name} (${revision}) from ${maskSecrets(transfer.endpoint)}`;
      throw new SourceError({ code, source, reason, hint, status, cause: error });
    }
    throw error;
  }
}

async function resolveCommit(repo: Repo, revision: string, transfer: Transfer): Promise<string> {
  const request = { name: repo.name, revision, hubUrl: transfer.endpoint, fetch: patientFetch(transfer) };
  const found =
    repo.type === 'dataset'
      ? await datasetInfo({ ...request, additionalFields: ['sha'] })
      : await modelInfo({ ...request, additionalFields: ['sha'] });
  if (typeof found.sha !== 'string') {
    throw new InvalidApiResponseFormatError('no commit');
  }
  return found.sha;
}

async function listRepo(repo: Repo, commit: string, transfer: Transfer): Promise<readonly RepoFile[]> {
  const listing = listFiles({
    repo,
    recursive: true,
    revision: commit,
    hubUrl: transfer.endpoint,
    fetch: patientFetch(transfer),
  });
  const files: RepoFile[] = [];
  for await (const entry of listing) {
    if (entry.type === 'file') {
      files.push({ path: entry.path, sizeBytes: entry.size, sha256: entry.lfs?.oid });
    }
  }
  return files;
}

async function readListing(path: string): Promise<Pick<Snapshot, 'commit' | 'files'> | undefined> {
  try {
    const listing: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isListing(listing) ? { commit: listing.commit, files: listing.files } : undefined;
  } catch {
    return undefined; // Not there, or damaged: it is asked for again.
  }
}

function isListing(value: unknown): value is { readonly commit: string; readonly files: readonly RepoFile[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === LISTING_VERSION &&
    'commit' in value &&
    typeof value.commit === 'string' &&
    'files' in value &&
    Array.isArray(value.files)
  );
}
