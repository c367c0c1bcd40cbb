import type { Price } from '@understudy/core';
import { SpendingLimit } from '@understudy/engine-http/spending';
import type { RemoteUse } from '@understudy/engines';
import type { CommandContext } from '../../commands/command-context.js';
import { UsageError } from '../../errors/usage-error.js';
import type { OptionValues } from '../option.js';
import type { remoteOptions } from './remote-options.js';

const CONNECT_MS = 10_000;
/** The longest pause within an answer that has begun; less where an answer must begin sooner. */
const STALL_MS = 120_000;

type RemoteValues = OptionValues<typeof remoteOptions>;

/**
 * How servers are used as the options say; the spending limit is one for all models of the command. Raises `UsageError` for half a
 * price.
 */
export function remoteUse(
  values: RemoteValues,
  { environment, messages }: Pick<CommandContext, 'environment' | 'messages'>,
): RemoteUse {
  if ((values.priceInput === undefined) !== (values.priceOutput === undefined)) {
    throw new UsageError({ message: messages.errors.priceInHalf, hint: messages.errors.seeHelp });
  }
  const { concurrency, maxRetries, requestTimeout, maxCost, priceCurrency } = values;
  return {
    settings: {
      concurrency,
      maxRetries,
      timeouts: {
        connectMs: CONNECT_MS,
        firstByteMs: requestTimeout * 1000,
        stallMs: Math.min(STALL_MS, requestTimeout * 1000),
      },
    },
    price: priceOf(values),
    limit: maxCost === undefined ? undefined : new SpendingLimit(maxCost, priceCurrency),
    environment,
  };
}

/** The user's own price; null when none is given. */
function priceOf({ priceInput, priceOutput, priceCurrency }: RemoteValues): Price | null {
  if (priceInput === undefined || priceOutput === undefined) return null;
  return {
    input: priceInput,
    output: priceOutput,
    currency: priceCurrency,
    date: new Date().toISOString().slice(0, 10),
    source: 'set by the user',
  };
}
