export { openOpenAiEngine, type OpenRemoteOptions } from './open-openai-engine.js';
