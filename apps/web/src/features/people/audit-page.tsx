import { Button, Code } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { formatTime } from '../../format/format-time.js';
import { useLanguage } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { type AuditEntry, auditQuery } from './calls.js';

const NONE: readonly AuditEntry[] = [];

/** What was done on this server, the newest first. */
export function AuditPage(): ReactNode {
  const { language, messages } = useLanguage();
  const { audit } = messages;
  const query = useInfiniteQuery(auditQuery);
  const entries = useMemo(() => query.data?.pages.flat() ?? NONE, [query.data]);
  const columns = useMemo(
    (): readonly Column<AuditEntry>[] => [
      {
        key: 'at',
        header: audit.columns.at,
        value: ({ at }) => at,
        show: ({ at }) => formatTime(at, language),
        saved: ({ seq }) => ({ seq }),
      },
      { key: 'actor', header: audit.columns.actor, value: ({ actor }) => actor },
      { key: 'action', header: audit.columns.action, value: ({ action }) => action },
      { key: 'target', header: audit.columns.target, value: ({ target }) => target },
      {
        key: 'details',
        header: audit.columns.details,
        value: ({ details }) => details,
        show: ({ details }) => <Code>{details}</Code>,
      },
    ],
    [audit, language],
  );
  return (
    <Page title={audit.title} about={audit.about} wide>
      {query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      <Panel>
        {query.isSuccess && entries.length === 0 ? (
          audit.none
        ) : (
          <DataTable
            caption={audit.title}
            columns={columns}
            rows={entries}
            rowKey={({ seq }) => String(seq)}
            fileName="understudy-audit"
          />
        )}
        {query.hasNextPage && (
          <Button
            mt="sm"
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {audit.older}
          </Button>
        )}
      </Panel>
    </Page>
  );
}
