import { Switch } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { CatalogModel } from '../model/calls.js';
import { ComparisonTable } from './comparison-table.js';
import { factRows } from './fact-rows.js';

/** The facts of some models side by side. */
export function FactsPanel(props: {
  readonly models: readonly CatalogModel[];
  readonly onlyDifferences: boolean;
  readonly onSwitch: (onlyDifferences: boolean) => void;
}): ReactNode {
  const { language, messages } = useLanguage();
  const { comparison } = messages;
  const { models, onlyDifferences, onSwitch } = props;
  const rows = useMemo(() => factRows(models, { messages, language }), [models, messages, language]);
  const shown = onlyDifferences ? rows.filter(({ differs }) => differs) : rows;
  return (
    <Panel
      title={comparison.facts}
      note={comparison.differing(rows.filter(({ differs }) => differs).length, rows.length)}
      actions={
        <Switch
          size="sm"
          label={comparison.onlyDifferences}
          checked={onlyDifferences}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
      }
    >
      <ComparisonTable
        caption={comparison.facts}
        corner={comparison.fact}
        models={models}
        differs={comparison.differs}
        rows={shown.map(({ values, ...row }) => ({ ...row, cells: values.map((text) => ({ text: text ?? '–' })) }))}
      />
    </Panel>
  );
}
