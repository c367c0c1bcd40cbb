import { bytePairCuts, NO_CUTS, type SafeCuts } from '@understudy/engine-llama';

/** Patterns beside GPT-2's own whose splits end before a space: Qwen 2's and Llama 3's (`SafeCuts` has the proof). */
const SPLITTING_BEFORE_SPACE: readonly unknown[] = ['\\p{N}', '\\p{N}{1,3}'].map(
  (digits) =>
    `(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|${digits}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+`,
);

/** Where texts may be cut under a `tokenizer.json` without changing a token; nowhere, where that is not proved. */
export function jsonCuts(json: object): SafeCuts {
  const { model, normalizer, pre_tokenizer: splits, added_tokens: added } = json as Readonly<Record<string, unknown>>;
  const steps = stepsOf(splits, 'pretokenizers');
  const isKnown =
    field(model, 'type') === 'BPE' && stepsOf(normalizer, 'normalizers').length === 0 && areKnownSplits(steps);
  const special: readonly unknown[] = Array.isArray(added) ? added : [];
  const isPlain = special.every(
    (token) => !['lstrip', 'rstrip', 'single_word'].some((key) => field(token, key) === true),
  );
  return isKnown && isPlain ? bytePairCuts(special.map((token) => String(field(token, 'content')))) : NO_CUTS;
}

/** Digits apart, then words: by `ByteLevel` itself, or by a known pattern before it. */
function areKnownSplits(steps: readonly unknown[]): boolean {
  const words = steps.filter((step) => field(step, 'type') !== 'Digits');
  const [first, second] = words;
  const isByteLevel = (step: unknown, splits: boolean): boolean =>
    field(step, 'type') === 'ByteLevel' &&
    field(step, 'add_prefix_space') !== true &&
    (field(step, 'use_regex') !== false) === splits;
  if (words.length === 1) return isByteLevel(first, true);
  const pattern = field(field(first, 'pattern'), 'Regex');
  const isSplit = field(first, 'type') === 'Split' && field(first, 'behavior') === 'Isolated';
  return words.length === 2 && isSplit && SPLITTING_BEFORE_SPACE.includes(pattern) && isByteLevel(second, false);
}

/** The steps of a sequence, or a single one; none where there is nothing. */
function stepsOf(step: unknown, key: string): readonly unknown[] {
  if (step === null || step === undefined) return [];
  const inside = field(step, key);
  return field(step, 'type') === 'Sequence' && Array.isArray(inside)
    ? inside.flatMap((one) => stepsOf(one, key))
    : [step];
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
