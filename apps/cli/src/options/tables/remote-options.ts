import { z } from 'zod';
import type { OptionTable } from '../option.js';
import { between, positive, whole } from '../values/schemas.js';

/** Highest price of a million tokens: only a slip of the pen is above it. */
const MOST_PRICE = 100_000;

/** How the server of a remote model is used, and what may be spent. */
export const remoteOptions = {
  concurrency: {
    flag: 'concurrency',
    arity: 'one',
    placeholder: 'n',
    schema: whole(1).default(32),
    expects: (messages) => messages.expects.whole(1),
    text: 'concurrency',
    group: 'remote',
  },
  maxRetries: {
    flag: 'max-retries',
    arity: 'one',
    placeholder: 'n',
    schema: whole(0).default(6),
    expects: (messages) => messages.expects.whole(0),
    text: 'maxRetries',
    group: 'remote',
  },
  requestTimeout: {
    flag: 'request-timeout',
    arity: 'one',
    placeholder: 'seconds',
    schema: positive.default(600),
    expects: (messages) => messages.expects.positive,
    text: 'requestTimeout',
    group: 'remote',
  },
  maxCost: {
    flag: 'max-cost',
    arity: 'one',
    placeholder: 'amount',
    schema: positive.optional(),
    expects: (messages) => messages.expects.positive,
    text: 'maxCost',
    group: 'remote',
  },
  priceInput: {
    flag: 'price-input',
    arity: 'one',
    placeholder: 'price',
    schema: between(0, MOST_PRICE).optional(),
    expects: (messages) => messages.expects.between(0, MOST_PRICE),
    text: 'priceInput',
    group: 'remote',
  },
  priceOutput: {
    flag: 'price-output',
    arity: 'one',
    placeholder: 'price',
    schema: between(0, MOST_PRICE).optional(),
    expects: (messages) => messages.expects.between(0, MOST_PRICE),
    text: 'priceOutput',
    group: 'remote',
  },
  priceCurrency: {
    flag: 'price-currency',
    arity: 'one',
    placeholder: 'code',
    schema: z
      .string()
      .toUpperCase()
      .regex(/^[A-Z]{3}$/)
      .default('USD'),
    expects: (messages) => messages.expects.currency,
    text: 'priceCurrency',
    group: 'remote',
  },
} as const satisfies OptionTable;
