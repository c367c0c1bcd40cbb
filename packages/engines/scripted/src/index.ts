export { ByteTokenizer } from './byte-tokenizer.js';
export { ScriptedEngine, type Script } from './scripted-engine.js';
