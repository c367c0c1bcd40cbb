import { existsSync } from 'node:fs';
import { UserError, type ResolvedModel } from '@understudy/core';
import { parseModelSpec } from '../spec/parse-model-spec.js';
import { remoteModel } from './remote-model.js';
import { resolveModel, type ResolveOptions } from './resolve-model.js';

/**
 * Finds whatever a model spec names: files, which are fetched when they are not on disk (`resolveModel`), somebody's server, which is
 * not asked anything yet, or a script.
 */
export async function resolveSpec(spec: string, options: ResolveOptions = {}): Promise<ResolvedModel> {
  const parsed = parseModelSpec(spec);
  switch (parsed.kind) {
    case 'remote':
      refuseLaidOver(spec, options);
      return remoteModel(spec, parsed, options.env ?? process.env);
    case 'script':
      refuseLaidOver(spec, options);
      if (!existsSync(parsed.path)) {
        throw new UserError({
          code: 'script-missing',
          message: `There is no script ${parsed.path}.`,
          hint: 'Write it as scripted:FILE.yaml.',
          values: { path: parsed.path },
        });
      }
      return { name: spec, script: parsed.path };
    case 'id':
    case 'path':
    case 'repository':
    case 'hub':
    case 'package':
      return resolveModel(spec, options);
    default:
      return parsed satisfies never;
  }
}

/** Adapters, drafts and windows are for models that run here. */
function refuseLaidOver(spec: string, { adapters = [], draft, slidingWindow }: ResolveOptions): void {
  const [option] = [
    ...(adapters.length === 0 ? [] : ['--adapter']),
    ...(draft === undefined ? [] : ['--draft-model']),
    ...(slidingWindow === undefined ? [] : ['--sliding-window']),
  ];
  if (option === undefined) return;
  throw new UserError({
    code: 'model-without-files',
    message: `${option} goes with a model that runs here, and ${spec} does not.`,
    hint: 'Leave it out, or name a GGUF file.',
    values: { spec },
  });
}
