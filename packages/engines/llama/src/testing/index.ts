export { writeOversizedModel } from './oversized-model.js';
export { writeTinyModel, type TinyModel, type TinyModelOptions } from './tiny-model.js';
