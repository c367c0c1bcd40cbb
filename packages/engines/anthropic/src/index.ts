export { openAnthropicEngine, type OpenRemoteOptions } from './open-anthropic-engine.js';
