export {
  pullModel,
  resolveAdapters,
  resolveModel,
  type CatalogOptions,
  type ResolveOptions,
} from './models/resolve-model.js';
export { resolveSpec } from './models/resolve-spec.js';
export { asksNothing, judge, type Criteria } from './models/criteria.js';
export { listModels, type ListOptions, type ModelFilter, type ModelListing } from './models/list-models.js';
export { selectModels, type ModelSelection, type SelectedModel } from './models/select-models.js';
export { aboutModel, type ModelKnowledge } from './models/about-model.js';
export {
  showModel,
  type ModelDetails,
  type ModelFileDetails,
  type ModelMemory,
  type ShowOptions,
} from './models/show-model.js';
export { removeModel } from './models/remove-model.js';
export { localModels, type LocalModel } from './models/local-models.js';
export { MODEL_KINDS, ModelCardSchema, type ModelCard } from './card/card.js';
export { COMMERCIAL_USES } from './card/licence.js';
export { WEIGHTS_STATUSES } from './card/weights.js';
export { listTemplateNames, readTemplate, toChatTemplate } from './template/read-templates.js';
export type { TemplateFile } from './template/template-file.js';
export type { AdapterSpec } from './models/resolve-adapter.js';
export { AREAS, type Area, type Benchmark } from './areas/area.js';
export type { Architecture } from './card/architecture.js';
export type { Catalog } from './catalog.js';
export { ancestorsOf, descendantsOf, type Descendant } from './lineage/relatives.js';
export { cardTemplate } from './template/card-template.js';
export { readCatalog } from './read-catalog.js';
export type { Claim } from './claims/claim.js';
export { contaminationsOf } from './contamination/contaminations-of.js';
export type { Contamination } from './contamination/contamination.js';
export type { LicenceCondition, LicenceTerms } from './licences/licence-terms.js';
export { obligationsOf } from './licences/obligations-of.js';
export type { Obligation, Obligations } from './licences/obligations.js';
export type { ExternalModel } from './card/external-models.js';
export type { PublishedScore } from './scores/published-score.js';
export { estimateMemory, largestContext, type MemoryEstimate, type MemoryUse } from './estimates/estimate-memory.js';
export { DEFAULT_MACHINE, estimateSpeed, type Machine, type SpeedEstimate } from './estimates/estimate-speed.js';
export { estimateWeights, type WeightsEstimate } from './estimates/estimate-weights.js';
export { KV_TYPES, kvBytesPerToken, type KvType } from './estimates/kv-cache.js';
export { isQuantization, QUANTIZATION_NAMES, type Quantization } from './estimates/quantization.js';
