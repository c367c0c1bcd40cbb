import { dirname } from 'node:path';
import { findShards, INDEX_FILE, readJson, shardNames, SINGLE_FILE, TEXT_FILES } from '@understudy/checkpoint';
import type { ModelFiles } from '@understudy/core';
import { fetchRepoFile, openSnapshot, SourceError, type Transfer } from '@understudy/hub';
import type { ModelSpec } from '../spec/model-spec.js';

/**
 * Fetches what of a repository is its transformers checkpoint: configuration, tokenizer, and the files of weights that its index names.
 * Errors as `openSnapshot`, `fetchRepoFile` and `findShards`; `SourceError` `source-not-found` where the repository holds none.
 */
export async function fetchCheckpoint(
  { repo, revision }: Extract<ModelSpec, { kind: 'repository' }>,
  transfer: Transfer,
): Promise<ModelFiles['paths']> {
  const snapshot = await openSnapshot({ type: 'model', name: repo }, revision, transfer);
  const offered = snapshot.files.map((file) => file.path);
  const index = offered.includes(INDEX_FILE) ? INDEX_FILE : undefined;
  if (!offered.includes('config.json') || (index ?? offered.find((path) => path === SINGLE_FILE)) === undefined) {
    const ggufs = offered.filter((path) => path.endsWith('.gguf'));
    throw new SourceError({
      code: 'source-not-found',
      source: `hf:${repo}`,
      reason: 'the repository has no config.json with safetensors files beside it',
      hint:
        ggufs.length > 0
          ? `Name one of its GGUF files: ${ggufs.map((path) => `hf:${repo}/${path}`).join(', ')}.`
          : 'Only checkpoints in safetensors files can be used.',
    });
  }
  const fetchFile = (path: string): Promise<string> => fetchRepoFile(snapshot, { path }, transfer);
  const config = await fetchFile('config.json');
  for (const path of TEXT_FILES) {
    if (offered.includes(path)) await fetchFile(path);
  }
  const weights = index === undefined ? [SINGLE_FILE] : shardNames(readJson(await fetchFile(index)), INDEX_FILE);
  for (const path of weights) {
    await fetchFile(path);
  }
  return findShards(dirname(config));
}
