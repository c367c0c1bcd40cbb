import type { TokenUsage } from '@understudy/engine-http';

/** A token of a text that was given, not generated. */
export interface GivenToken {
  /** As the server writes it; see `tokenBytes`. */
  readonly text: string;
  /** Natural logarithm, in nats; null for the first token of a text, which nothing precedes. */
  readonly logProbability: number | null;
  /** Whether it is the most probable token at its place; undefined where the server does not tell. */
  readonly isTop: boolean | undefined;
}

/** The tokens of a text that was given, as a server scored them. */
export interface GivenTokens {
  readonly tokens: readonly GivenToken[];
  readonly usage: TokenUsage | undefined;
  readonly model: string | undefined;
}

/** OpenAI writes a token that is no whole text as `bytes:\xe2\x80`. */
const BYTES = /^bytes:((?:\\x[0-9a-f]{2})+)$/iu;

/** The bytes of a token in UTF-8. */
export function tokenBytes(text: string): Buffer {
  const escaped = BYTES.exec(text)?.[1];
  return escaped === undefined ? Buffer.from(text, 'utf8') : Buffer.from(escaped.replaceAll('\\x', ''), 'hex');
}
