import { expect, it } from 'vitest';
import { withoutPaths } from './without-paths.js';

it.each([
  ['/home/ada/models/a.gguf', '…/a.gguf'],
  [String.raw`C:\Users\ada\a.gguf`, '…/a.gguf'],
  ['model /data/x/a.gguf failed', 'model …/a.gguf failed'],
  ['scripted:/tmp/home/model.yaml', 'scripted:…/model.yaml'],
  ['https://arxiv.org/abs/2307.09288', 'https://arxiv.org/abs/2307.09288'],
  ['http://127.0.0.1:8000/v1/#m', 'http://127.0.0.1:8000/v1/#m'],
  ['hf:owner/repo/file.gguf', 'hf:owner/repo/file.gguf'],
  ['acc/none and 3/4', 'acc/none and 3/4'],
])('%s is published as %s', (text, published) => {
  expect(withoutPaths({ a: [text, 1, null] })).toEqual({ a: [published, 1, null] });
});
