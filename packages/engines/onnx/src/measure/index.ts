export { matrixProductSpeed, type MatrixProductOptions } from './matrix-product-speed.js';
export { modelOperations, type ModelOperations } from '../architectures/model-operations.js';
export { openTextModel } from '../open-text-model.js';
