import type { AdvisedModel } from './advised-model.js';

/** A model's names without what else is known of it. */
export function nameAlone({ id, name, spec, card }: AdvisedModel): AdvisedModel {
  return { id, name, spec, card };
}
