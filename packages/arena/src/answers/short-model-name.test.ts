import { expect, it } from 'vitest';
import { shortModelName } from './short-model-name.js';

it.each([
  ['smollm2-135m-instruct', 'smollm2-135m-instruct'],
  ['openai:gpt-4o-mini', 'gpt-4o-mini'],
  ['./models/SmolLM2-135M-Instruct.Q4_1.gguf', 'SmolLM2-135M-Instruct.Q4_1'],
  ['http://127.0.0.1:8000/v1#qwen2.5', 'qwen2.5'],
  ['scripted:x.yaml', 'x'],
  ['./', ''],
])('the name of %s is %j', (spec, name) => {
  expect(shortModelName(spec)).toBe(name);
});
