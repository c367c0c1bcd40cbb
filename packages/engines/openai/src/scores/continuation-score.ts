import { answerFailure, RemoteFailure } from '@understudy/engine-http';
import type { GivenToken } from './given-tokens.js';

/** The score of a continuation, from its tokens. */
export interface ContinuationScore {
  /** Natural logarithm, in nats. */
  readonly logProbability: number;
  readonly isGreedy: boolean;
}

/** Adds up the tokens of a continuation. Throws `RemoteFailure` when there is nothing to add, or a token has no log-probability. */
export function scoreContinuation(tokens: readonly GivenToken[], begin: number, what: string): ContinuationScore {
  const own = tokens.slice(begin);
  if (own.length === 0) throw answerFailure(what, 'no token of the continuation was scored');
  if (begin === 0) {
    throw new RemoteFailure({
      code: 'first-token-unscored',
      treatment: 'request',
      message: `${what}: the text has nothing in front of its first token, for which the server therefore gives no log-probability`,
      mayBeCharged: false,
    });
  }
  const values = own.map(({ logProbability }) => logProbability);
  if (!values.every((value) => value !== null && Number.isFinite(value))) {
    throw answerFailure(what, 'a token of the continuation has no log-probability');
  }
  return {
    logProbability: values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    isGreedy: own.every(({ isTop }) => isTop === true),
  };
}
