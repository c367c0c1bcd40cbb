import type { ScriptedModel } from '@understudy/core';
import { readScript, ScriptedEngine } from '@understudy/engine-scripted';
import type { EngineChoice } from './engine-choice.js';
import { OpenModel } from './open-model.js';

/** A script that plays a model: one engine for everything. */
export function openScriptedModel({ script }: ScriptedModel): OpenModel {
  const choice: EngineChoice = { engine: 'scripted', compute: 'native', reason: 'A script plays the model.' };
  return new OpenModel(
    { scoring: choice, greedy: choice, sampling: choice },
    async () => new ScriptedEngine(await readScript(script)),
  );
}
