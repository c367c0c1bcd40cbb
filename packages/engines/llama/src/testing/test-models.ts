import { existsSync } from 'node:fs';
import path from 'node:path';

/** Files of the default models, as the test command puts them into the folder `UNDERSTUDY_TEST_MODELS`. */
const FILES = { smollm2: 'SmolLM2-135M-Instruct.Q4_1.gguf', gemma3: 'gemma-3-270m-Q4_K_M.gguf' } as const;

/** Path of a default model; undefined when the tests run without them. */
export function testModel(name: keyof typeof FILES): string | undefined {
  const folder = process.env['UNDERSTUDY_TEST_MODELS'];
  if (folder === undefined) return undefined;
  const file = path.join(folder, FILES[name]);
  return existsSync(file) ? file : undefined;
}
