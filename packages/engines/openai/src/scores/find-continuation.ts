import { tokenBytes, type GivenToken } from './given-tokens.js';

/**
 * Where the continuation begins among the tokens of context and continuation: the place from which on the tokens' texts are
 * exactly the continuation. Undefined when they are not (a token that reaches over the joint, a server that shows tokens without their
 * spaces or partial characters as �): then only the number of the context's own tokens can tell.
 */
export function findContinuation(
  tokens: readonly Pick<GivenToken, 'text'>[],
  continuation: string,
): number | undefined {
  let left = Buffer.from(continuation, 'utf8');
  for (let at = tokens.length - 1; at >= 0 && left.length > 0; at--) {
    const bytes = tokenBytes(tokens[at]!.text);
    const begin = left.length - bytes.length;
    if (bytes.length === 0 || begin < 0 || !left.subarray(begin).equals(bytes)) return undefined;
    left = left.subarray(0, begin);
    if (left.length === 0) return at;
  }
  return undefined;
}
