import type { LogitsProcessor } from './logits-processor.js';

/**
 * Rules out the tokens that would make a sequence of `size` tokens come again (Paulus et al. 2017, arXiv:1705.04304; transformers,
 * `NoRepeatNGramLogitsProcessor`).
 */
export function noRepeatNgrams(size: number): LogitsProcessor {
  return (row, { tokens }) => {
    const length = size - 1;
    const last = tokens.length - length;
    for (let start = 0; start < last; start += 1) {
      let same = 0;
      while (same < length && tokens[start + same] === tokens[last + same]) same += 1;
      if (same === length) row[tokens[start + length] ?? 0] = -Infinity;
    }
  };
}
