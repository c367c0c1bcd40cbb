import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { UserError } from '@understudy/core';
import type { ModelSpec } from './model-spec.js';

const HUB = /^hf:(?<repo>[\w.-]+\/[\w.-]+)\/(?<file>[^@]+\.gguf)(@(?<revision>[^@]+))?$/;
const PACKAGE = /^pypi:(?<package>[A-Za-z0-9][\w.-]*?)(==(?<version>[\w.+!-]+))?\/(?<file>[^/]+\.gguf)$/;
const REMOTE = /^(openai:|anthropic:|https?:\/\/)/;
const ID = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

/** The forms a model spec can have, for messages. */
export const SPEC_FORMS =
  'a catalog id, hf:owner/repo/file.gguf[@revision], pypi:package[==version]/file.gguf, or the path of a GGUF file';

/** Takes a model spec apart. Throws `UserError` `model-spec` or `model-spec-unsupported`. */
export function parseModelSpec(text: string): ModelSpec {
  if (REMOTE.test(text)) {
    throw new UserError({
      code: 'model-spec-unsupported',
      message: `The model ${text} is served by somebody else; Understudy can't use remote models yet.`,
      hint: `What works now: ${SPEC_FORMS}.`,
      values: { spec: text },
    });
  }
  if (text.startsWith('hf:')) {
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
  const path = resolve(text.replace(/^~(?=\/)/, homedir()));
  const isPath = /[/\\]/.test(text) || text.toLowerCase().endsWith('.gguf') || !ID.test(text);
  return isPath || existsSync(path) ? { kind: 'path', path } : { kind: 'id', id: text };
}

function malformed(text: string, form: string): never {
  throw new UserError({
    code: 'model-spec',
    message: `${JSON.stringify(text)} is not a complete model spec.`,
    hint: `Write it as ${form}. Models can be ${SPEC_FORMS}.`,
    values: { spec: text },
  });
}
