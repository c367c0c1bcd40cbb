import { UserError } from '@understudy/core';
import type { CardConfig } from './card.js';

/** The configuration a name stands for; without a name the only one, or the default. Throws `UserError` `dataset-config`. */
export function chooseConfig(dataset: string, configs: readonly CardConfig[], name: string | undefined): CardConfig {
  const found =
    name === undefined ? configs.find((config) => config.isDefault) : configs.find((config) => config.name === name);
  if (found !== undefined) {
    return found;
  }
  if (configs.length === 0 && (name === undefined || name === 'default')) {
    return {
      name: 'default',
      isDefault: true,
      splits: undefined,
      folder: undefined,
      columns: undefined,
      readerOptions: {},
    };
  }
  const names = configs.length === 0 ? ['default'] : configs.map((config) => config.name);
  throw new UserError({
    code: 'dataset-config',
    message:
      name === undefined
        ? `The data set ${dataset} has several configurations and no default.`
        : `The data set ${dataset} has no configuration ${JSON.stringify(name)}.`,
    hint: `Set dataset_name to one of: ${names.join(', ')}.`,
    values: { dataset, config: name, available: names },
  });
}
