import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import { ClaimList } from '../claims/claim-list.js';
import type { Claim } from '../claims/claim.js';
import type { ShownTable } from './shown-tables.js';
import { TablesTable } from './tables-table.js';

/** An area: the tables of its benchmarks, and what the surveys claim of it. */
export function AreaPanel(props: {
  readonly name: string;
  /** Of saved files. */
  readonly area: string;
  readonly tables: readonly ShownTable[];
  readonly claims: readonly Claim[];
}): ReactNode {
  const { capabilities } = useMessages();
  const { name, area, tables, claims } = props;
  return (
    <Panel title={name}>
      {tables.length > 0 && (
        <TablesTable
          caption={capabilities.tablesOf(name)}
          fileName={`understudy-capabilities-${area}`}
          tables={tables}
        />
      )}
      {claims.length > 0 && (
        <details>
          <summary>{capabilities.claimsOf(claims.length)}</summary>
          <ClaimList
            claims={claims}
            sources={(sources) => ` (${sources.map((source) => source.replace('seed:', '')).join(', ')})`}
          />
        </details>
      )}
    </Panel>
  );
}
