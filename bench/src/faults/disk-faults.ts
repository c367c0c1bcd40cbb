import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from './fault.js';
import { checkRefusal } from './refusal.js';
import { colours, goOn } from './resumption.js';

const SMALL = 'size=400k';
const LARGE = 'size=64m';

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

/** Disks without space. */
export const diskFaults: readonly Fault[] = [
  {
    name: 'full disk while samples are stored',
    obstacle: cannotMount,
    show: async (scene) => {
      scene.task();
      const argv = colours(scene.model(), '--include_path', scene.folder);
      mount(SMALL, scene.home);
      try {
        const result = await scene.run(argv);
        mount(`remount,${LARGE}`, scene.home);
        const { kept, wrong } = await goOn(scene, argv);
        return {
          result,
          kept,
          wrong: [...checkRefusal(result, { message: /disk is full.*goes on from there/s }), ...wrong],
        };
      } finally {
        unmount(scene.home);
      }
    },
  },
];
