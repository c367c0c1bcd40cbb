export { startMockOpenAi, wordLogProbability, wordTokens, type MockOpenAiOptions } from './mock-openai.js';
