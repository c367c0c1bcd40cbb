import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkVocabularies } from '../testing/vocabulary-files.js';

const folder = process.env['UNDERSTUDY_TEST_VOCABULARIES'];
const isThere = folder !== undefined && existsSync(folder);

/** What is known to differ, and why. */
const KNOWN: Readonly<Record<string, number>> = {
  // The file does not name its pre-tokenizer; with the name all 46 texts are equal, which is checked beside it.
  'gpt-neox': 13,
  // Its tokenizer normalises texts by NFKC (½, runs of white space), which llama.cpp does not.
  baichuan: 2,
};

describe("llama.cpp's vocabulary files (need UNDERSTUDY_TEST_VOCABULARIES: bench/tokenizers/unpack-vocabularies.sh)", () => {
  it.skipIf(!isThere)('are encoded as llama.cpp and the models expect', { timeout: 300_000 }, async () => {
    const checks = await checkVocabularies(folder!);
    expect(checks.filter(({ source }) => source === "llama.cpp's pair")).toHaveLength(15);
    const differing = checks.filter(({ texts, equal }) => texts !== equal);
    expect(Object.fromEntries(differing.map(({ name, texts, equal }) => [name, texts - equal]))).toEqual(KNOWN);
    expect(checks.filter(({ source }) => source === undefined).map(({ name }) => name)).toEqual([
      'aquila',
      'nomic-bert-moe',
    ]);
  });
});
