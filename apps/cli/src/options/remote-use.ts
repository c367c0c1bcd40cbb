import type { Price } from '@understudy/core';
import { SpendingLimit } from '@understudy/engine-http/spending';
import type { RemoteUse } from '@understudy/engines';
import type { OptionValues } from './option.js';
import type { remoteOptions } from './remote-options.js';

const CONNECT_MS = 10_000;
/** The longest pause within an answer that has begun. */
const STALL_MS = 120_000;

type RemoteValues = OptionValues<typeof remoteOptions>;

/** How servers are used as the options say; the spending limit is one for all models of the command. */
export function remoteUse(values: RemoteValues, environment: NodeJS.ProcessEnv): RemoteUse {
  const { concurrency, maxRetries, requestTimeout, maxCost, priceCurrency } = values;
  return {
    settings: {
      concurrency,
      maxRetries,
      timeouts: { connectMs: CONNECT_MS, firstByteMs: requestTimeout * 1000, stallMs: STALL_MS },
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
