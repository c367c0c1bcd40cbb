export {
  pullModel,
  resolveAdapters,
  resolveModel,
  type CatalogOptions,
  type ResolveOptions,
} from './models/resolve-model.js';
export { resolveSpec } from './models/resolve-spec.js';
export { listModels, type ModelFilter, type ModelListing } from './models/list-models.js';
export {
  showModel,
  type ModelDetails,
  type ModelFileDetails,
  type ModelMemory,
  type ShowOptions,
} from './models/show-model.js';
export { removeModel } from './models/remove-model.js';
export type { LocalModel } from './models/local-models.js';
export { MODEL_KINDS, type ModelCard } from './card/card.js';
export { COMMERCIAL_USES } from './card/licence.js';
export { WEIGHTS_STATUSES } from './card/weights.js';
export { listTemplateNames, readTemplate, toChatTemplate } from './template/read-templates.js';
export type { TemplateFile } from './template/template-file.js';
export type { AdapterSpec } from './models/resolve-adapter.js';
