export { openDataset } from './open-dataset.js';
export type { Dataset } from './dataset.js';
export type { DataFiles, DatasetRequest } from './dataset-request.js';
export type { RowRange } from './formats/table.js';
export { isFloatFeature, type Column, type Feature, type Row, type Value } from './features/feature.js';
