import { UserError, type Price, type RemoteModel, type RemoteSettings } from '@understudy/core';
import type { SpendingLimit } from '@understudy/engine-http/spending';
import type { EngineChoice } from './engine-choice.js';
import { OpenModel } from './open-model.js';

/** How servers are used; one for all remote models of a command. */
export interface RemoteUse {
  readonly settings: RemoteSettings;
  /** The user's own price; else the model's. */
  readonly price: Price | null;
  readonly limit: SpendingLimit | undefined;
  /** Where keys and proxies are read. */
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * A model behind an API: one engine for everything, opened when it is first asked for. Throws `UserError` `key-missing`, or
 * `price-unknown` where spending is limited.
 */
export function openRemoteModel(model: RemoteModel, use: RemoteUse): OpenModel {
  const { settings, limit, environment } = use;
  const price = use.price ?? model.price;
  if (limit !== undefined) checkPrice(model, price, limit);
  const key = readKey(model, environment);
  const choice: EngineChoice = { engine: model.api, compute: 'native', reason: 'Somebody else serves the model.' };
  return new OpenModel({ scoring: choice, greedy: choice, sampling: choice }, async () => {
    const options = { model, key, settings, price, limit, environment };
    // Loaded on first use: a run of a local model needs neither.
    if (model.api === 'anthropic') return (await import('@understudy/engine-anthropic')).openAnthropicEngine(options);
    return (await import('@understudy/engine-openai')).openOpenAiEngine(options);
  });
}

function readKey(
  { name, keyVariables, isKeyRequired }: RemoteModel,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const key = keyVariables
    .map((variable) => environment[variable]?.trim())
    .find((value) => value !== undefined && value !== '');
  if (key !== undefined || !isKeyRequired) return key;
  throw new UserError({
    code: 'key-missing',
    message: `The model ${name} is answered for a key only, and there is none.`,
    hint: `Put it into ${keyVariables.join(' or ')}, in the environment or in a .env file of this folder.`,
    values: { name, keyVariables },
  });
}

/** An unknown price is never 0: what cannot be counted cannot be limited. */
function checkPrice({ name }: RemoteModel, price: Price | null, limit: SpendingLimit): void {
  if (price === null) {
    throw new UserError({
      code: 'price-unknown',
      message: `Spending is limited to ${limit.amount} ${limit.currency}, but the price of ${name} is not known.`,
      hint: 'Say it, for a million tokens each: --price-input 0.15 --price-output 0.60; 0 for a server of your own.',
      values: { name },
    });
  }
  if (price.currency === limit.currency) return;
  throw new UserError({
    code: 'currency-differs',
    message: `Spending is limited in ${limit.currency}, but the price of ${name} is in ${price.currency}.`,
    hint: `Give the limit in ${price.currency}: --price-currency ${price.currency}.`,
    values: { name, currency: price.currency },
  });
}
