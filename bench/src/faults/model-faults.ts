import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { writeOversizedModel } from '@understudy/engine-llama/testing';
import type { CliResult } from './cli-process.js';
import type { Fault } from './fault.js';
import { refusal } from './refusal.js';
import type { Scene } from './scene.js';

const MODEL = 'broken.gguf';

function evaluate(scene: Scene, model: string): Promise<CliResult> {
  return scene.run(['eval', '--model', model, '--tasks', scene.task()]);
}

/** Evaluates a damaged copy of the tiny model. */
const damaged =
  (damage: (bytes: Buffer) => Uint8Array) =>
  (scene: Scene): Promise<CliResult> =>
    evaluate(scene, scene.write(MODEL, damage(readFileSync(scene.model()))));

/** Models that cannot be run. */
export const modelFaults: readonly Fault[] = [
  refusal(
    'GGUF cut within its weights',
    { message: /broken\.gguf: it has \d+ bytes, but its tensors need \d+/ },
    damaged((bytes) => bytes.subarray(0, bytes.length / 2)),
  ),
  refusal(
    'GGUF cut within its header',
    { message: /broken\.gguf: .*left in the file/ },
    damaged((bytes) => bytes.subarray(0, 1000)),
  ),
  refusal(
    'GGUF with a wrong magic',
    { message: /broken\.gguf: it does not begin with GGUF/ },
    damaged((bytes) => Buffer.concat([Buffer.from('GGML'), bytes.subarray(4)])),
  ),
  refusal('model larger than the memory', { message: /needs \d+ GiB of memory.*this machine has \d+ GiB/ }, (scene) => {
    const path = join(scene.folder, MODEL);
    writeOversizedModel(path, 16 * totalmem());
    return evaluate(scene, path);
  }),
  refusal('unknown architecture', { message: /unknown model architecture: 'mystery'/ }, (scene) =>
    evaluate(scene, scene.model({ architecture: 'mystery' })),
  ),
  refusal('no such model', { message: /There is no model file/ }, (scene) =>
    evaluate(scene, join(scene.folder, 'absent.gguf')),
  ),
];
