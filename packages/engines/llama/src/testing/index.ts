export { writeTinyModel, type TinyModel, type TinyModelOptions } from './tiny-model.js';
export { tinyBytePairVocabulary } from './tiny-vocabulary.js';
