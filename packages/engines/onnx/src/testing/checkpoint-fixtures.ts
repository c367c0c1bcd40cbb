import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { findShards } from '@understudy/checkpoint';
import type { ArchitectureFixture } from '@understudy/engine-llama/testing';

const SENTENCEPIECE_FOLDER = fileURLToPath(new URL('../../fixtures/sentencepiece', import.meta.url));
const FOLDER = fileURLToPath(new URL('../../fixtures/checkpoints', import.meta.url));

/** Names of the transformers checkpoints (made by bench/architectures/keep.sh). */
export const CHECKPOINT_FIXTURES: readonly string[] = readdirSync(FOLDER).toSorted();

/** What transformers computes on a checkpoint in float32, from the very numbers in its files. */
export function checkpointReference(name: string): ArchitectureFixture {
  // Written by bench/architectures alone.
  return JSON.parse(readFileSync(path.join(FOLDER, name, 'reference.json'), 'utf8')) as ArchitectureFixture;
}

/** What transformers' tokenizer makes of some texts. */
export function checkpointTokens(
  name: string,
): readonly { readonly text: string; readonly tokens: readonly number[] }[] {
  // Written by bench/architectures alone.
  return JSON.parse(readFileSync(path.join(FOLDER, name, 'tokens.json'), 'utf8')) as ReturnType<
    typeof checkpointTokens
  >;
}

/** A checkpoint in a folder of its own, until disposed of. */
export interface CheckpointFolder extends Disposable {
  readonly folder: string;
  readonly paths: readonly [string, ...string[]];
}

/** Unpacks a checkpoint. */
export function unpackCheckpointFolder(name: string): CheckpointFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'understudy-checkpoint-'));
  unpack(path.join(FOLDER, name), folder);
  return { folder, paths: findShards(folder), [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

/** A text with what transformers' tokenizer makes of it. */
export interface SentencePieceText {
  readonly text: string;
  /** With special tokens, and without. */
  readonly tokens: readonly number[];
  readonly bare: readonly number[];
  /** The text of `tokens`, without special tokens; null where no fast tokenizer says it. */
  readonly decoded: string | null;
}

/** Names of the SentencePiece tokenizers (made by fixtures/make-sentencepiece.py). */
export type SentencePieceName = 'llama' | 'gemma' | 't5' | 'baichuan';

/**
 * Puts the files of a SentencePiece tokenizer into a folder, in the place of tokenizer.json, and returns texts with their tokens. A
 * config.json that is there stays.
 */
export function useSentencePiece(folder: string, name: SentencePieceName): readonly SentencePieceText[] {
  rmSync(path.join(folder, 'tokenizer.json'), { force: true });
  unpack(path.join(SENTENCEPIECE_FOLDER, name), folder);
  if (name === 't5') appendRules(path.join(folder, 'spiece.model'));
  if (name === 'baichuan') appendRules(path.join(folder, 'tokenizer.model'));
  // Written by the script alone.
  return JSON.parse(readFileSync(path.join(folder, 'tokens.json'), 'utf8')) as readonly SentencePieceText[];
}

/** Other files beside the SentencePiece model of `llama`, with what transformers' tokenizer makes of texts then. */
export interface SentencePieceVariant {
  readonly name: string;
  /** Values by file, to be written over those that are there. */
  readonly files: Readonly<Record<string, object>>;
  readonly texts: readonly SentencePieceText[];
}

/** The variants that are kept. */
export function sentencePieceVariants(): readonly SentencePieceVariant[] {
  return readPacked('variants.json.gz') as readonly SentencePieceVariant[]; // Written by the script alone.
}

/** The pieces of `llama` as sentencepiece itself and llama.cpp's converter say them. */
export function sentencePiecePieces(): readonly {
  readonly text: string;
  readonly score: number;
  readonly type: number;
}[] {
  return readPacked('pieces.json.gz') as ReturnType<typeof sentencePiecePieces>; // Written by the script alone.
}

/** The rules of nmt_nfkc, which both models have and the files are too large to have twice. */
function appendRules(file: string): void {
  appendFileSync(file, gunzipSync(readFileSync(path.join(SENTENCEPIECE_FOLDER, 'nmt_nfkc.gz'))));
}

function readPacked(file: string): unknown {
  return JSON.parse(gunzipSync(readFileSync(path.join(SENTENCEPIECE_FOLDER, file))).toString());
}

function unpack(from: string, to: string): void {
  for (const file of readdirSync(from)) {
    if (existsSync(path.join(to, file)) && file === 'config.json') continue;
    const source = path.join(from, file);
    if (file.endsWith('.gz')) writeFileSync(path.join(to, file.slice(0, -3)), gunzipSync(readFileSync(source)));
    else copyFileSync(source, path.join(to, file));
  }
}
