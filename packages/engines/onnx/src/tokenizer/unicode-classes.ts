/**
 * GPT-2's pattern, which `ByteLevel` splits by (huggingface/tokenizers `byte_level.rs`), with white space and digits of Unicode spelt out.
 */
const GPT2_PATTERN =
  "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\p{White_Space}\\p{L}\\p{N}]+|\\p{White_Space}+(?!\\P{White_Space})|\\p{White_Space}+";

/**
 * A `tokenizer.json` whose splits mean in JavaScript what they mean in the reference (tokenizers in Rust): there white space and digits are
 * those of Unicode. JavaScript's `\s` takes in U+FEFF and leaves out U+0085, its `\d` is 0 to 9 (@huggingface/tokenizers 0.2.0 has both in
 * the patterns it brings along; patterns of the file itself it translates).
 */
export function withUnicodeClasses(json: object): object {
  return 'pre_tokenizer' in json ? { ...json, pre_tokenizer: rewritten(json.pre_tokenizer) } : json;
}

function rewritten(step: unknown): unknown {
  if (typeof step !== 'object' || step === null || !('type' in step)) return step;
  switch (step.type) {
    case 'Sequence': {
      const steps: readonly unknown[] =
        'pretokenizers' in step && Array.isArray(step.pretokenizers) ? step.pretokenizers : [];
      return { ...step, pretokenizers: steps.map((one) => rewritten(one)) };
    }
    case 'Digits': {
      const each = 'individual_digits' in step && step.individual_digits === true;
      return split(each ? '\\p{N}' : '\\p{N}+');
    }
    case 'ByteLevel': {
      const splits = !('use_regex' in step) || step.use_regex !== false;
      const addsSpace = 'add_prefix_space' in step && step.add_prefix_space === true;
      // A space in front comes before the split; with one, the pattern stays the library's.
      if (!splits || addsSpace) return step;
      return { type: 'Sequence', pretokenizers: [split(GPT2_PATTERN), { ...step, use_regex: false }] };
    }
    default:
      return step;
  }
}

/** Takes a text apart into matches of a pattern and what is between them. */
function split(pattern: string): object {
  return { type: 'Split', pattern: { Regex: pattern }, behavior: 'Isolated', invert: false };
}
