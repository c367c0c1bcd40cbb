import { Code, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { formatCount } from '../../format/format-number.js';
import { formatTime } from '../../format/format-time.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { timeColumn } from '../../table/time-column.js';
import classes from '../studies/studies.module.css';
import { diffQuery, type Snapshot, snapshotsQuery } from './calls.js';
import { DiffTable } from './diff-table.js';

const route = getRouteApi('/snapshots');

/** Leaderboards as they were, and what changed between two of them. */
export function SnapshotsPage(): ReactNode {
  const { language, messages } = useLanguage();
  const { snapshots } = messages;
  const search = route.useSearch();
  const { before = '', after = '' } = search;
  const navigate = route.useNavigate();
  const query = useQuery(snapshotsQuery);
  const isChosen = before !== '' && after !== '' && before !== after;
  const diff = useQuery({ ...diffQuery(before, after), enabled: isChosen });
  const columns = useMemo(
    (): readonly Column<Snapshot>[] => [
      { key: 'title', header: snapshots.columns.title, value: ({ title }) => title, saved: ({ id }) => ({ id }) },
      { key: 'method', header: snapshots.columns.method, value: ({ method }) => method },
      {
        key: 'votes',
        header: snapshots.columns.votes,
        isNumber: true,
        value: ({ votes }) => votes,
        show: ({ votes }) => formatCount(votes, language),
      },
      timeColumn({ key: 'at', header: snapshots.columns.at, language, value: ({ createdAt }) => createdAt }),
      {
        key: 'input_hash',
        header: snapshots.columns.hash,
        value: ({ inputHash }) => inputHash,
        show: ({ inputHash }) => <Code title={inputHash}>{inputHash.slice(0, 12)}</Code>,
      },
    ],
    [snapshots, language],
  );
  const select = (key: 'before' | 'after', list: readonly Snapshot[]): ReactNode => (
    <NativeSelect
      label={snapshots[key]}
      value={search[key] ?? ''}
      data={[
        { value: '', label: snapshots.choose },
        ...list.map(({ id, title, createdAt }) => ({
          value: id,
          label: `${title} (${formatTime(createdAt, language)})`,
        })),
      ]}
      onChange={(event) => void navigate({ search: { ...search, [key]: event.currentTarget.value }, replace: true })}
    />
  );
  return (
    <Page title={snapshots.title} about={snapshots.about}>
      <QueryView query={query}>
        {(list) =>
          list.length === 0 ? (
            <Panel>{snapshots.none}</Panel>
          ) : (
            <>
              <Panel>
                <DataTable caption={snapshots.title} columns={columns} rows={list} rowKey={({ id }) => id} />
              </Panel>
              <Panel title={snapshots.compare}>
                <div className={classes['fields']}>
                  {select('before', list)}
                  {select('after', list)}
                </div>
              </Panel>
            </>
          )
        }
      </QueryView>
      {isChosen && (
        <QueryView query={diff}>
          {(data) => (
            <Panel
              title={snapshots.changes}
              note={
                <Text size="sm">
                  {data.before.inputHash === data.after.inputHash ? snapshots.sameInput : snapshots.otherInput}
                </Text>
              }
            >
              <DiffTable diff={data} />
            </Panel>
          )}
        </QueryView>
      )}
    </Page>
  );
}
