import { listModels, type ModelListing } from '@understudy/catalog';
import { EXIT } from '../../errors/exit-codes.js';
import type { Messages } from '../../messages/messages.js';
import { jsonOption } from '../../options/json-option.js';
import type { OptionDefinition } from '../../options/option.js';
import { truth } from '../../options/schemas.js';
import { formatColumns } from '../../terminal/columns.js';
import { formatBytes } from '../../terminal/format-bytes.js';
import { formatCompact } from '../../terminal/format-count.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';

const localOption = {
  flag: 'local',
  arity: 'switch',
  schema: truth.default(false),
  expects: (messages) => messages.expects.truth,
  text: 'local',
  group: 'results',
} as const satisfies OptionDefinition;

function modelTable(models: readonly ModelListing[], { columns }: Messages['models']): string {
  return formatColumns(
    [
      { title: columns.spec },
      { title: columns.local },
      { title: columns.parameters, align: 'right' },
      { title: columns.format },
      { title: columns.size, align: 'right' },
      { title: columns.licence },
    ],
    models.map(({ spec, card, local }) => {
      const sizeBytes = local?.sizeBytes ?? card?.weights?.sizeBytes;
      return [
        spec,
        local === undefined ? '' : '●',
        card?.parameters ? formatCompact(card.parameters.value) : '',
        card?.weights?.quantization ?? '',
        sizeBytes === undefined ? '' : formatBytes(sizeBytes),
        card?.licence.id ?? '',
      ];
    }),
  );
}

/** `understudy models ls` */
export const modelsLs = defineCommand({
  options: { local: localOption, json: jsonOption },
  async run({ values }, { environment, messages, stdout }) {
    const all = await listModels({ env: environment });
    const models = values.local ? all.filter(({ local }) => local !== undefined) : all;
    if (values.json) printJson(stdout, { models });
    else stdout.write(`${models.length === 0 ? messages.models.none : modelTable(models, messages.models)}\n`);
    return EXIT.done;
  },
});
