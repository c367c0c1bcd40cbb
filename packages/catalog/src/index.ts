export { resolveModel, pullModel, type CatalogOptions, type ResolveOptions } from './models/resolve-model.js';
export { listModels, type ModelListing } from './models/list-models.js';
export {
  showModel,
  type ModelDetails,
  type ModelFileDetails,
  type ModelMemory,
  type ShowOptions,
} from './models/show-model.js';
export { removeModel } from './models/remove-model.js';
export type { LocalModel } from './models/local-models.js';
export { modelIdentity } from './models/model-identity.js';
export { parseModelSpec } from './spec/parse-model-spec.js';
export type { ModelSpec } from './spec/model-spec.js';
export { ModelCardSchema, type ModelCard } from './card/card.js';
export { readCard, readCards } from './card/read-cards.js';
