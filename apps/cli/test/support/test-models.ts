import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env['UNDERSTUDY_TEST_MODELS'] ?? '';

function find(file: string): string | undefined {
  const path = join(folder, file);
  return folder !== '' && existsSync(path) ? path : undefined;
}

/** SmolLM2-135M-Instruct, where the folder UNDERSTUDY_TEST_MODELS has it; tests that need it skip otherwise. */
export const smollm2 = find('SmolLM2-135M-Instruct.Q4_1.gguf');

/** The path of a model, for tests that only run where it exists. */
export function present(path: string | undefined): string {
  if (path === undefined) throw new Error('UNDERSTUDY_TEST_MODELS does not name a folder with this model.');
  return path;
}
