import { COMMERCIAL_USES, listModels, MODEL_KINDS, type ModelListing } from '@understudy/catalog';
import { z } from 'zod';
import { EXIT } from '../../errors/exit-codes.js';
import type { Messages } from '../../messages/messages.js';
import { jsonOption } from '../../options/tables/json-option.js';
import type { OptionTable } from '../../options/option.js';
import { names, truth } from '../../options/values/schemas.js';
import { formatColumns } from '../../terminal/columns.js';
import { formatCompact } from '../../terminal/format-count.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';
import { shownLicence } from './shown-licence.js';

/** `--commercial` alone asks for models without conditions. */
const commercialUses = z
  .union([truth.transform((isAsked) => (isAsked ? ['yes'] : [])), names])
  .pipe(z.array(z.enum(COMMERCIAL_USES)));

const filterOptions = {
  family: {
    flag: 'family',
    arity: 'many',
    placeholder: 'name',
    schema: names.default([]),
    expects: (messages) => messages.expects.names,
    text: 'family',
    group: 'results',
  },
  kind: {
    flag: 'kind',
    arity: 'many',
    placeholder: 'kind',
    schema: names.pipe(z.array(z.enum(MODEL_KINDS))).default([]),
    expects: (messages) => messages.expects.someOf(MODEL_KINDS),
    text: 'kind',
    group: 'results',
  },
  commercial: {
    flag: 'commercial',
    arity: 'optional',
    placeholder: 'use',
    schema: commercialUses.default([]),
    expects: (messages) => messages.expects.someOf(COMMERCIAL_USES),
    text: 'commercial',
    group: 'results',
  },
  local: {
    flag: 'local',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'local',
    group: 'results',
  },
} as const satisfies OptionTable;

function modelTable(
  models: readonly ModelListing[],
  { columns, kinds, commercialUses: uses, statuses }: Messages['models'],
): string {
  return formatColumns(
    [
      { title: columns.spec },
      { title: columns.name },
      { title: columns.kind },
      { title: columns.parameters, align: 'right' },
      { title: columns.licence },
      { title: columns.commercialUse },
      { title: columns.weights },
      { title: columns.local },
    ],
    models.map(({ spec, card, local }) => {
      const mark = local === undefined ? '' : '●';
      if (card === undefined) return [spec, '', '', '', '', '', '', mark];
      const { licence, weights, parameters } = card;
      return [
        spec,
        card.name,
        kinds[card.kind],
        parameters === null ? '' : formatCompact(parameters.value),
        shownLicence(licence.id),
        uses[licence.commercialUse],
        statuses[weights.status],
        mark,
      ];
    }),
  );
}

/** `understudy models ls` */
export const modelsLs = defineCommand({
  options: { ...filterOptions, json: jsonOption },
  async run({ values }, { environment, messages, stdout }) {
    const { family: families, kind: kinds, commercial, local: isLocal } = values;
    const models = await listModels({ env: environment }, { families, kinds, commercialUses: commercial, isLocal });
    const nothing = isLocal ? messages.models.none : messages.models.noneFits;
    if (values.json) printJson(stdout, { models });
    else stdout.write(`${models.length === 0 ? nothing : modelTable(models, messages.models)}\n`);
    return EXIT.done;
  },
});
