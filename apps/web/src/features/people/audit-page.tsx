import { Button, Code } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { timeColumn } from '../../table/time-column.js';
import { type AuditEntry, auditQuery } from './calls.js';
import { personName } from './person-name.js';

const NONE: readonly AuditEntry[] = [];

/** What was done on this server, the newest first. */
export function AuditPage(): ReactNode {
  const { language, messages } = useLanguage();
  const { audit } = messages;
  const query = useInfiniteQuery(auditQuery);
  const entries = useMemo(() => query.data?.pages.flat() ?? NONE, [query.data]);
  const columns = useMemo(
    (): readonly Column<AuditEntry>[] => [
      timeColumn({
        key: 'at',
        header: audit.columns.at,
        language,
        value: ({ at }) => at,
        saved: ({ seq }) => ({ seq }),
      }),
      {
        key: 'actor',
        header: audit.columns.actor,
        value: ({ actor }) => actor,
        show: ({ actor }) => personName(messages, actor),
      },
      { key: 'action', header: audit.columns.action, value: ({ action }) => action },
      { key: 'target', header: audit.columns.target, value: ({ target }) => target },
      {
        key: 'details',
        header: audit.columns.details,
        value: ({ details }) => details,
        // Wide enough that a long entry does not become a tower of lines on a phone.
        show: ({ details }) => (
          <Code display="inline-block" miw="20rem">
            {details}
          </Code>
        ),
      },
    ],
    [messages, audit, language],
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
