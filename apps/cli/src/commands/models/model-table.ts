import type { ModelSelection, Quantization, SelectedModel } from '@understudy/catalog';
import type { Messages } from '../../messages/messages.js';
import { formatColumns } from '../../terminal/columns.js';
import { formatCompact, formatCount } from '../../terminal/format-count.js';
import { formatGibibytes } from '../advise/format-gibibytes.js';
import { shownLicence } from './shown-licence.js';

/** The models that were found, a line each. */
export function modelTable(
  models: readonly SelectedModel[],
  quantization: Quantization,
  { columns, kinds, commercialUses: uses, statuses }: Messages['models'],
): string {
  return formatColumns(
    [
      { title: columns.spec },
      { title: columns.name },
      { title: columns.kind },
      { title: columns.parameters, align: 'right' },
      { title: columns.context, align: 'right' },
      { title: columns.memory(quantization), align: 'right' },
      { title: columns.licence },
      { title: columns.commercialUse },
      { title: columns.weights },
      { title: columns.local },
    ],
    models.map(({ spec, card, local, obligations, memory }) => {
      const mark = local === undefined ? '' : '●';
      if (card === undefined || obligations === undefined) return [spec, '', '', '', '', '', '', '', '', mark];
      const { licence, weights, parameters, architecture } = card;
      return [
        spec,
        card.name,
        kinds[card.kind],
        parameters === null ? '' : formatCompact(parameters.value),
        architecture === null || architecture.contextLength === null ? '' : formatCount(architecture.contextLength),
        memory === undefined ? '' : formatGibibytes(memory.bytes),
        shownLicence(licence.id),
        uses[obligations.commercialUse],
        statuses[weights.status],
        mark,
      ];
    }),
  );
}

/** How many models were left out for want of facts; undefined where none were. */
export function leftOutText(
  { models, byCriterion }: ModelSelection['leftOut'],
  { leftOut, criteria }: Messages['models'],
): string | undefined {
  if (models === 0) return undefined;
  const parts = Object.entries(byCriterion).map(
    ([name, count]) => `${criteria[name as keyof typeof criteria]} ${formatCount(count)}`,
  );
  return leftOut(models, parts.join(', '));
}
