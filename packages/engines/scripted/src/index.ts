export { ByteTokenizer } from './byte-tokenizer.js';
export { readScript } from './read-script.js';
export { ScriptedEngine, type Script } from './scripted-engine.js';
