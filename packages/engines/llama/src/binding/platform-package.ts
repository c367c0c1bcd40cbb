import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '@understudy/core';

/** The folder of prebuilt libraries for this machine. */
export interface PlatformPackage {
  /** e.g. `@node-llama-cpp/linux-x64`. */
  readonly name: string;
  /** Absolute path of the folder with the libraries. */
  readonly folder: string;
  /** File names in that folder. */
  readonly files: readonly string[];
  /** Release of llama.cpp the libraries were built from. */
  readonly release: string;
}

/** Packages by `process.platform` and `process.arch`, as far as they are dependencies: CPU builds of some 10 MB each. */
const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
};

/**
 * Finds the prebuilt llama.cpp of this machine among the installed packages.
 * @throws UserError `llama-platform-unsupported` or `llama-package-missing`.
 */
export function findPlatformPackage(platform: string = process.platform, arch: string = process.arch): PlatformPackage {
  const machine = `${platform}-${arch}`;
  const short = PACKAGES[machine];
  if (short === undefined) {
    throw new UserError({
      code: 'llama-platform-unsupported',
      message: `Loading llama.cpp: there is no prebuilt library for ${machine}.`,
      hint: `Run on one of ${Object.keys(PACKAGES).join(', ')}.`,
      values: { platform, arch },
    });
  }
  const name = `@node-llama-cpp/${short}`;
  try {
    const entry = fileURLToPath(import.meta.resolve(name));
    const folder = path.resolve(path.dirname(entry), '..', 'bins', short);
    return { name, folder, files: readdirSync(folder), release: readRelease(folder) };
  } catch (cause) {
    throw new UserError({
      code: 'llama-package-missing',
      message: `Loading llama.cpp: the package ${name} is not installed.`,
      hint: 'Install the dependencies again: npm ci --include=optional',
      values: { name },
      cause,
    });
  }
}

/** `_nlcBuildMetadata.json` is written by the build of the package; only the release is of interest. */
function readRelease(folder: string): string {
  const metadata: unknown = JSON.parse(readFileSync(path.join(folder, '_nlcBuildMetadata.json'), 'utf8'));
  const release = /"release":"([^"]+)"/.exec(JSON.stringify(metadata))?.[1];
  return release ?? 'unknown';
}
