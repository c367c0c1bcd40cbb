export { openVocabulary } from './context/open-vocabulary.js';
export type { Vocabulary, VocabularyKind } from './context/vocabulary.js';
export { convertModel, type ConvertOptions } from './convert/convert-model.js';
export { isQuantizationType, QUANTIZATION_TYPES, type QuantizationType } from './convert/quantization-types.js';
export { VocabularyTokenizer } from './tokenizer/vocabulary-tokenizer.js';
export { answersOf, generateEvents, longestText, textLength } from './generation/generate-events.js';
export { GrowingText, type PreparedRequest, type TextVocabulary } from './generation/growing-text.js';
export { prepareRequests, type Preparation } from './generation/prepare-requests.js';
export type { GenerateEvent, TextMaker } from './generation/text-maker.js';
