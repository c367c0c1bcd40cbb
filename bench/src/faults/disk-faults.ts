import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from './fault.js';
import { checkRefusal, refusal } from './refusal.js';
import { evalColours, goOn } from './resumption.js';
import { ROWS, type Scene } from './scene.js';

const SMALL = 'size=400k';
const LARGE = 'size=64m';
/** Name of the scene's home. */
const HOME = 'home';

function mount(options: string, folder: string): string | undefined {
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  return status === 0 ? undefined : `a small disk cannot be mounted (${(error?.message ?? stderr).trim()})`;
}

const unmount = (folder: string): void => void spawnSync('umount', [folder]);

function cannotMount(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-mount-'));
  const obstacle = mount(SMALL, folder);
  if (obstacle === undefined) unmount(folder);
  rmdirSync(folder);
  return obstacle;
}

/** Shows a fault with a small disk mounted at a folder of the scene, which is made for it. */
async function withDisk<T>(scene: Scene, name: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(scene.folder, name);
  mkdirSync(folder, { recursive: true });
  mount(SMALL, folder);
  try {
    return await use(folder);
  } finally {
    unmount(folder);
  }
}

/** Disks without space. */
export const diskFaults: readonly Fault[] = [
  {
    name: 'full disk while samples are stored',
    obstacle: cannotMount,
    show: (scene) =>
      withDisk(scene, HOME, async (home) => {
        const argv = evalColours(scene, scene.model());
        const result = await scene.run(argv);
        mount(`remount,${LARGE}`, home);
        const { kept, wrong } = await goOn(scene, argv);
        return {
          result,
          kept,
          wrong: [...checkRefusal(result, { message: /disk is full.*goes on from there/s }), ...wrong],
        };
      }),
  },
  {
    ...refusal('full disk while weights are converted', { message: /Writing .*: it takes .* are free/ }, (scene) =>
      withDisk(scene, HOME, async () => {
        const quantized = join(scene.folder, 'tiny.q8_0.gguf');
        await scene.run(['models', 'convert', scene.model(), '--type', 'q8_0', '--output', quantized]);
        return scene.run(evalColours(scene, quantized));
      }),
    ),
    obstacle: cannotMount,
  },
  {
    name: 'full disk while results are written',
    obstacle: cannotMount,
    show: (scene) =>
      withDisk(scene, 'results', async (folder) => {
        const argv = evalColours(scene, scene.model(), { more: ['--output_path', folder, '--log_samples'] });
        const result = await scene.run(argv);
        const [stored] = await scene.stored();
        const isKept = stored?.samples === ROWS && stored.run.status === 'finished';
        return {
          result,
          kept: `${stored?.samples} of ${ROWS} samples, run ${stored?.run.status}: to be exported elsewhere`,
          wrong: [
            ...checkRefusal(result, { message: /Could not .*results/ }),
            ...(isKept ? [] : ['the run is not kept as a finished one']),
          ],
        };
      }),
  },
];
