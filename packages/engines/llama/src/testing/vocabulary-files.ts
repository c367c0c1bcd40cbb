import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openVocabulary } from '../context/open-vocabulary.js';
import { VocabularyTokenizer } from '../tokenizer/vocabulary-tokenizer.js';

/** What a vocabulary file was compared with, and what came out. */
export interface VocabularyCheck {
  /** e.g. `llama-bpe`. */
  readonly name: string;
  readonly kind: string;
  readonly tokens: number;
  /** Where the expected ids come from; undefined when nobody says what they should be. */
  readonly source: string | undefined;
  readonly texts: number;
  readonly equal: number;
  /** Texts whose ids differ. */
  readonly differing: readonly string[];
}

const FILE = /^ggml-vocab-(?<name>.+)\.gguf$/;
const SEPARATOR = '\n__ggml_vocab_test__\n';

/** Texts of another file of llama.cpp, for vocabularies without their own. */
const SHARED_TEXTS = 'ggml-vocab-falcon.gguf.inp';

/** Made by fixtures/make-vocabularies.py: the models' own tokenizers on those texts. */
const reference = JSON.parse(
  readFileSync(new URL('../../fixtures/reference-vocabularies.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly (readonly number[])[]>>;

/** Encodes the texts of each vocabulary file of a folder with our tokenizer, and compares. The folder is that of unpack-vocabularies.sh. */
export async function checkVocabularies(folder: string): Promise<readonly VocabularyCheck[]> {
  const checks: VocabularyCheck[] = [];
  for (const file of readdirSync(folder).toSorted()) {
    const name = FILE.exec(file)?.groups?.['name'];
    if (name !== undefined) checks.push(await checkFile(folder, file, name));
  }
  const neox = reference['gpt-neox'];
  if (neox !== undefined) {
    using repaired = withPreTokenizer(path.join(folder, 'ggml-vocab-gpt-neox.gguf'), 'mpt');
    const expected = {
      texts: readTexts(folder, SHARED_TEXTS, neox.length),
      ids: neox,
      source: "the model's own tokenizer",
    };
    checks.push(await compare(repaired.path, 'gpt-neox with tokenizer.ggml.pre = mpt', expected));
  }
  return checks;
}

interface Expected {
  readonly texts: readonly string[];
  readonly ids: readonly (readonly number[])[];
  readonly source: string | undefined;
}

function checkFile(folder: string, file: string, name: string): Promise<VocabularyCheck> {
  return compare(path.join(folder, file), name, expectedOf(folder, file, name));
}

function expectedOf(folder: string, file: string, name: string): Expected {
  if (existsSync(path.join(folder, `${file}.out`))) {
    const lines = readFileSync(path.join(folder, `${file}.out`), 'utf8')
      .trimEnd()
      .split('\n');
    const ids = lines.map((line) => line.trim().split(/\s+/).filter(Boolean).map(Number));
    return { texts: readTexts(folder, `${file}.inp`, ids.length), ids, source: "llama.cpp's pair" };
  }
  const ids = reference[name];
  return ids === undefined
    ? { texts: [], ids: [], source: undefined }
    : { texts: readTexts(folder, SHARED_TEXTS, ids.length), ids, source: "the model's own tokenizer" };
}

/** The texts of a file, as many as there are expectations: mostly, but not always, the last one ends with a separator, too. */
function readTexts(folder: string, file: string, count: number): readonly string[] {
  return readFileSync(path.join(folder, file), 'utf8').split(SEPARATOR).slice(0, count);
}

async function compare(file: string, name: string, { texts, ids, source }: Expected): Promise<VocabularyCheck> {
  using vocabulary = openVocabulary({ paths: [file] });
  const { kind, size } = vocabulary;
  const encoded =
    texts.length === 0 ? [] : await new VocabularyTokenizer(vocabulary).encode(texts, { addSpecial: false });
  const differing = texts.filter((_, index) => encoded[index]!.join() !== (ids[index] ?? []).join());
  return { name, kind, tokens: size, source, texts: texts.length, equal: texts.length - differing.length, differing };
}

/** A string of GGUF: its length, its bytes. */
function text(value: string): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(Buffer.byteLength(value)));
  return Buffer.concat([length, Buffer.from(value)]);
}

/** A copy of a vocabulary file that also names its pre-tokenizer. Such files have no tensors, so that nothing else moves. */
function withPreTokenizer(file: string, name: string): Disposable & { readonly path: string } {
  const bytes = readFileSync(file);
  const [magicAndCounts, metadata] = [Buffer.from(bytes.subarray(0, 24)), bytes.subarray(24)];
  magicAndCounts.writeBigUInt64LE(magicAndCounts.readBigUInt64LE(16) + 1n, 16);
  const stringType = Buffer.from([8, 0, 0, 0]);
  const folder = mkdtempSync(path.join(tmpdir(), 'understudy-vocabulary-'));
  const copy = path.join(folder, path.basename(file));
  writeFileSync(copy, Buffer.concat([magicAndCounts, text('tokenizer.ggml.pre'), stringType, text(name), metadata]));
  return { path: copy, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}
