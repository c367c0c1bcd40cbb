export { readGguf, type GgufFile } from './read-gguf.js';
export { readModel, type GgufModel } from './read-model.js';
export { findParts } from './find-parts.js';
export { describeModel, type ModelDescription } from './describe-model.js';
export { kvCacheElements } from './kv-cache-elements.js';
export { MetadataReader } from './metadata-reader.js';
export type { Metadata, MetadataArray, MetadataScalar, MetadataValue } from './metadata.js';
export type { TensorInfo } from './tensor-info.js';
export type { ValueType } from './value-types.js';
