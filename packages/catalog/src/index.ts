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
export type { ModelCard } from './card/card.js';
