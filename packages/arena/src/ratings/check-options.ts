import { UserError } from '@understudy/core';
import type { RateBattlesOptions } from './rating-options.js';

/** Raises `UserError` for options that a method has no use for, so that nobody believes that they did something. */
export function checkOptions(options: RateBattlesOptions): void {
  const { method = 'bradley-terry', ties, anchor, bootstrap = 0, ranks, cluster = [] } = options;
  if (method === 'davidson' && ties === 'drop')
    throw optionError(method, 'drop ties', 'It is there to rate with ties.');
  if (method !== 'elo') {
    if (ranks === 'bootstrap' && bootstrap === 0)
      throw optionError(method, 'take ranks from a bootstrap without rounds', 'Ask for rounds, e.g. 1000.');
    return;
  }
  const hint = 'Its ratings depend on the order of votes; use bradley-terry or davidson.';
  if (anchor !== undefined) throw optionError(method, 'take an anchor', hint);
  if (bootstrap > 0) throw optionError(method, 'be bootstrapped', hint);
  if (ranks !== undefined) throw optionError(method, `rank by ${ranks}`, hint);
  if (cluster.length > 0) throw optionError(method, 'cluster votes', hint);
}

function optionError(method: string, what: string, hint: string): UserError {
  return new UserError({
    code: 'ratings-options',
    message: `Could not rate models: the method ${method} cannot ${what}.`,
    hint,
    values: { method },
  });
}
