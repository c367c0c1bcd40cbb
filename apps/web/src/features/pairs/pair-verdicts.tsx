import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import { DataTable } from '../../table/data-table.js';
import type { Pair } from './calls.js';

/** What judges said of a pair, with their own words. */
export function PairVerdicts(props: { readonly pair: Pair; readonly nameOf: (id: string) => string }): ReactNode {
  const { pairs, judges } = useMessages();
  const { pair, nameOf } = props;
  const verdicts: Readonly<Record<string, string>> = pairs.verdictNames;
  return (
    <Panel title={pairs.verdicts}>
      <DataTable
        caption={pairs.verdicts}
        rows={pair.verdicts}
        rowKey={(verdict) => `${verdict.judgeId} ${verdict.questionId} ${verdict.turn} ${verdict.firstVersionId}`}
        columns={[
          { key: 'judge', header: pairs.columns.judge, value: ({ judgeId }) => judgeId },
          {
            key: 'shown',
            header: pairs.columns.shown,
            value: ({ firstVersionId }) => (firstVersionId === pair.first ? 'A' : 'B'),
          },
          { key: 'state', header: pairs.columns.state, value: ({ state }) => judges.states[state] },
          {
            key: 'verdict',
            header: pairs.columns.verdict,
            value: ({ verdict }) => (verdict === null ? null : (verdicts[verdict] ?? verdict)),
          },
          {
            key: 'raw',
            header: pairs.raw,
            value: ({ raw }) => raw,
            show: ({ raw, firstVersionId }) => (
              <details>
                <summary>{nameOf(firstVersionId)} = A</summary>
                <Text size="sm" className="plain-text">
                  {raw}
                </Text>
              </details>
            ),
          },
        ]}
      />
    </Panel>
  );
}
