export {
  ARCHITECTURE_FIXTURES,
  architectureFixture,
  unpackCheckpoint,
  type ArchitectureFixture,
} from './architecture-fixtures.js';
export { scoreParity, textParity, type Grouping, type ScoreParity, type TextParity } from './architecture-parity.js';
export { testFiles, testSettings } from './engine-settings.js';
export { LLAMA_SUPPORT, type LlamaSupport } from './llama-support.js';
export { writeOversizedModel } from './oversized-model.js';
export { testModel } from './test-models.js';
export { benchmarkPrompts, hardTexts } from './texts.js';
export { writeTinyModel, type TinyModel, type TinyModelOptions } from './tiny-model.js';
export { tinyAdapter, writeTinyAdapter, type TinyAdapter, type TinyAdapterFile } from './tiny-adapter.js';
export { checkVocabularies, type VocabularyCheck } from './vocabulary-files.js';
