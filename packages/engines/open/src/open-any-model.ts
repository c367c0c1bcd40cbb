import { BugError, type ResolvedModel } from '@understudy/core';
import { openLocalModel, type OpenLocalModelOptions, type OpenModel } from './open-model.js';
import { openScriptedModel } from './open-scripted-model.js';
import { refuseLocalSettings } from './refuse-local-settings.js';
import { openRemoteModel, type RemoteUse } from './open-remote-model.js';

/** A model to be opened and how. */
export interface OpenModelOptions extends Omit<OpenLocalModelOptions, 'model'> {
  readonly model: ResolvedModel;
  /** Needed for models that somebody else serves. */
  readonly remote?: RemoteUse | undefined;
}

/** Opens whatever a model spec names. Throws what the way of opening it throws, and `UserError` `settings-not-local`. */
export function openModel({ model, remote, ...options }: OpenModelOptions): OpenModel {
  if ('paths' in model) return openLocalModel({ model, ...options });
  refuseLocalSettings(model.name, options.settings);
  if ('script' in model) return openScriptedModel(model);
  if (remote !== undefined) return openRemoteModel(model, remote);
  throw new BugError({
    code: 'remote-use-missing',
    message: `Nothing is known of how to use the server of ${model.name}.`,
  });
}
