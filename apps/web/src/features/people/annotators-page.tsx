import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { formatPValue, formatSeconds } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { savedMeasure, ShareMeasure } from '../../table/measure.js';
import { timeColumn } from '../../table/time-column.js';
import { InvitePanel } from '../studies/invite-panel.js';
import { type AnnotatorRow, annotatorsQuery } from './calls.js';
import { personName } from './person-name.js';

/** Below this the anomaly test asks for a look. 2403.04132 uses 0.1 over five checkpoints; a list of people needs fewer false alarms. */
const SUSPICIOUS_P = 0.01;

/** Who votes, and how well. */
export function AnnotatorsPage(): ReactNode {
  const { language, messages } = useLanguage();
  const { people, study } = messages;
  const query = useQuery(annotatorsQuery);
  const columns = useMemo(
    (): readonly Column<AnnotatorRow>[] => [
      {
        key: 'annotator',
        header: people.columns.name,
        value: ({ pseudonym }) => pseudonym,
        show: ({ id, pseudonym }) => (
          <Link to="/annotators/$annotatorId" params={{ annotatorId: id }}>
            {personName(messages, pseudonym)}
          </Link>
        ),
        saved: ({ id }) => ({ id }),
      },
      { key: 'kind', header: people.columns.kind, value: ({ kind }) => study.kinds[kind] },
      { key: 'votes', header: people.columns.votes, isNumber: true, value: ({ votes }) => votes },
      {
        key: 'ties',
        header: people.columns.ties,
        isNumber: true,
        value: ({ tieRate }) => tieRate.value,
        show: ({ tieRate }) => <ShareMeasure measure={tieRate} />,
        saved: ({ tieRate }) => savedMeasure('ties', tieRate),
      },
      {
        key: 'gold',
        header: people.columns.gold,
        hint: people.hints.gold,
        isNumber: true,
        value: ({ gold }) => gold.value,
        show: ({ gold }) => <ShareMeasure measure={gold} />,
        saved: ({ gold }) => savedMeasure('gold', gold),
      },
      {
        key: 'anomaly_p',
        header: people.columns.anomaly,
        hint: people.hints.anomaly,
        isNumber: true,
        value: ({ anomaly }) => anomaly,
        show: ({ anomaly }) => (
          <>
            {formatPValue(anomaly)}{' '}
            {anomaly !== null && anomaly < SUSPICIOUS_P && (
              <Badge color="red" variant="light" tt="none">
                {people.suspicious}
              </Badge>
            )}
          </>
        ),
      },
      {
        key: 'median_dwell_ms',
        header: people.columns.dwell,
        isNumber: true,
        value: ({ medianDwellMs }) => medianDwellMs,
        show: ({ medianDwellMs }) => formatSeconds(medianDwellMs),
      },
      timeColumn({ key: 'since', header: people.columns.since, language, value: ({ createdAt }) => createdAt }),
    ],
    [messages, people, study, language],
  );
  return (
    <Page title={people.title} about={people.about} wide>
      <InvitePanel />
      <QueryView query={query}>
        {(rows) => (
          <Panel>
            {rows.length === 0 ? (
              people.none
            ) : (
              <DataTable
                caption={people.title}
                columns={columns}
                rows={rows}
                rowKey={({ id }) => id}
                fileName="understudy-annotators"
              />
            )}
          </Panel>
        )}
      </QueryView>
    </Page>
  );
}
