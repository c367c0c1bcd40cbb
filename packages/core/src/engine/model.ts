import type { ModelFiles } from './model-files.js';
import type { RemoteModel } from './remote-model.js';
import type { ScriptedModel } from './scripted-model.js';

/** What a model spec resolves to. */
export type ResolvedModel = ModelFiles | RemoteModel | ScriptedModel;
