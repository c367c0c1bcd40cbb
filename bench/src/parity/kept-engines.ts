import type { EngineSettings, ModelFiles } from '@understudy/core';
import { OpenModel, openModel } from '@understudy/engines';
import type { EvaluateServices } from '@understudy/evaluate';
import { modelFiles } from '../places/model-files.js';
import { withoutDisposal } from './without-disposal.js';

/** Opens a model once for many runs: each run disposes of what it was given, which here closes nothing. */
export class KeptEngines implements AsyncDisposable {
  readonly #home: string;
  readonly #opened = new Map<string, OpenModel>();

  /** @param home Understudy's home, for converted weights */
  constructor(home: string) {
    this.#home = home;
  }

  /** To be given to `evaluateModel` in place of `openModel`. */
  readonly open: EvaluateServices['openModel'] = ({ model: resolved, settings }) => {
    const model = modelFiles(resolved);
    const key = JSON.stringify([model.identity, settings]);
    const kept = this.#opened.get(key) ?? this.#open(model, settings);
    this.#opened.set(key, kept);
    const { scoring } = kept.choices;
    return new OpenModel(kept.choices, async (choice) =>
      withoutDisposal(choice === scoring ? await kept.scoring() : await kept.sampling()),
    );
  };

  async [Symbol.asyncDispose](): Promise<void> {
    for (const model of this.#opened.values()) await model[Symbol.asyncDispose]();
    this.#opened.clear();
  }

  #open(model: ModelFiles, settings: EngineSettings): OpenModel {
    return openModel({ model, settings, home: this.#home });
  }
}
