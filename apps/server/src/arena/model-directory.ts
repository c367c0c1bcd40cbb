import type { ArenaStore, ModelVersion } from '@understudy/store';

/** What is known of the models, kept in memory: they are asked for with each answer that is shown. */
export class ModelDirectory {
  readonly #store: ArenaStore;
  #models: ReadonlyMap<string, ModelVersion> = new Map();

  constructor(store: ArenaStore) {
    this.#store = store;
  }

  /** Reads them all again. */
  async refresh(): Promise<ReadonlyMap<string, ModelVersion>> {
    this.#models = new Map((await this.#store.listModels()).map((model) => [model.id, model]));
    return this.#models;
  }

  /** One model; those that came since are found too. */
  async find(id: string): Promise<ModelVersion | undefined> {
    return this.#models.get(id) ?? (await this.refresh()).get(id);
  }

  /** Names by which the model may speak of itself. */
  async namesOf(id: string): Promise<readonly string[]> {
    const model = await this.find(id);
    if (model === undefined) return [id];
    const { name, organisation } = model;
    return [...new Set([id, name, ...(organisation === null ? [] : [organisation])])];
  }
}
