export { llamaBuild, type LlamaBuild } from './binding/llama-build.js';
export { openVocabulary } from './context/open-vocabulary.js';
export type { Vocabulary, VocabularyKind } from './context/vocabulary.js';
export { VocabularyTokenizer } from './tokenizer/vocabulary-tokenizer.js';
