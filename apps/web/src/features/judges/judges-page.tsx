import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { timeColumn } from '../../table/time-column.js';
import { type Judge, judgesQuery } from './calls.js';

/** The models that have judged. */
export function JudgesPage(): ReactNode {
  const { language, messages } = useLanguage();
  const { judges } = messages;
  const query = useQuery(judgesQuery);
  const columns = useMemo(
    (): readonly Column<Judge>[] => [
      {
        key: 'judge',
        header: judges.columns.judge,
        value: ({ spec }) => spec,
        show: ({ id, spec }) => (
          <Link to="/judges/$judgeId" params={{ judgeId: id }}>
            {spec}
          </Link>
        ),
        saved: ({ id, identity }) => ({ id, identity }),
      },
      { key: 'mode', header: judges.columns.mode, value: ({ mode }) => judges.modes[mode] },
      { key: 'prompt', header: judges.columns.prompt, value: ({ prompt }) => prompt },
      timeColumn({ key: 'since', header: judges.columns.since, language, value: ({ createdAt }) => createdAt }),
    ],
    [judges, language],
  );
  return (
    <Page title={judges.title} about={judges.about}>
      <QueryView query={query}>
        {(list) => (
          <Panel>
            {list.length === 0 ? (
              judges.none
            ) : (
              <DataTable caption={judges.title} columns={columns} rows={list} rowKey={({ id }) => id} />
            )}
          </Panel>
        )}
      </QueryView>
    </Page>
  );
}
