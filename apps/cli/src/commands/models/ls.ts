import { listModels, readCatalog, selectModels } from '@understudy/catalog';
import { EXIT } from '../../errors/exit-codes.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';
import { lsOptions } from './ls-options.js';
import { leftOutText, modelTable } from './model-table.js';

/** `understudy models ls` */
export const modelsLs = defineCommand({
  options: lsOptions,
  async run({ values }, { environment, messages, stdout }) {
    const { family: families, kind: kinds, local: isLocal, context: contextLength, quantization } = values;
    const catalog = await readCatalog();
    const filter = { families, kinds, isLocal };
    const listings = await listModels({ env: environment, cards: catalog.cards }, filter);
    const criteria = {
      commercialUses: values.commercial,
      maxMemory: values.maxMemory,
      contextLength,
      languages: values.language,
      maxParameters: values.maxParameters,
      releasedSince: values.releasedSince,
      isOpen: values.open,
    };
    const selection = selectModels(listings, catalog, { criteria, use: { quantization, contextLength } });
    if (values.json) {
      printJson(stdout, selection);
      return EXIT.done;
    }
    const { models, leftOut } = selection;
    const nothing = isLocal && listings.length === 0 ? messages.models.none : messages.models.noneFits;
    const table = models.length === 0 ? nothing : modelTable(models, quantization, messages.models);
    const note = leftOutText(leftOut, messages.models);
    stdout.write(`${[table, ...(note === undefined ? [] : ['', note])].join('\n')}\n`);
    return EXIT.done;
  },
});
