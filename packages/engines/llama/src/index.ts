export { openVocabulary } from './context/open-vocabulary.js';
export type { Vocabulary, VocabularyKind } from './context/vocabulary.js';
export { convertModel, type ConvertOptions } from './convert/convert-model.js';
export { isQuantizationType, QUANTIZATION_TYPES, type QuantizationType } from './convert/quantization-types.js';
export { VocabularyTokenizer } from './tokenizer/vocabulary-tokenizer.js';
