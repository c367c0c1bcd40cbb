import { serveEngine } from '@understudy/engine-process';
import { native } from './binding/native.js';
import { LlamaEngine } from './engine/llama-engine.js';

/** The process in which llama.cpp runs. What the library logs goes to stderr, where the host keeps the last lines. */
serveEngine((options) => {
  native().log.watch(({ text }) => void process.stderr.write(`${text}\n`));
  return LlamaEngine.open(options);
});
