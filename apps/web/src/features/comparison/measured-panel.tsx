import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { CatalogModel } from '../model/calls.js';
import { MeasuredValue } from '../model/measured-panel.js';
import { measuredSetting } from '../model/measured-setting.js';
import { ComparisonTable } from './comparison-table.js';
import { measuredRows } from './measured-rows.js';

/** Our results where at least two of the models were asked in one setting. */
export function MeasuredPanel(props: { readonly models: readonly CatalogModel[] }): ReactNode {
  const { language, messages } = useLanguage();
  const { comparison } = messages;
  const { models } = props;
  const rows = useMemo(() => measuredRows(models), [models]);
  return (
    <Panel title={comparison.measured} note={comparison.measuredNote}>
      {rows.length === 0 ? (
        comparison.noneMeasured
      ) : (
        <ComparisonTable
          caption={comparison.measured}
          corner={comparison.task}
          models={models}
          rows={rows.map(({ key, about, results }) => ({
            key,
            label: `${about.task}\n${measuredSetting(about, messages, language)}`,
            cells: results.map((result) => ({
              text: result === null ? '–' : <MeasuredValue result={result} />,
            })),
          }))}
        />
      )}
    </Panel>
  );
}
