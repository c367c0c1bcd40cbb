import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { formatNumber, formatPValue, formatSeconds } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { timeColumn } from '../../table/time-column.js';
import { VoteEventButton } from '../pairs/vote-event-button.js';
import { type AnnotatorAudit, annotatorAuditQuery } from './calls.js';
import { personName } from './person-name.js';

const route = getRouteApi('/annotators/$annotatorId');

type AuditVote = AnnotatorAudit['votes'][number];

/** Everything one annotator did, for a person to judge. */
export function AnnotatorPage(): ReactNode {
  const { language, messages } = useLanguage();
  const { people, planner, pairs } = messages;
  const { annotatorId } = route.useParams();
  const query = useQuery(annotatorAuditQuery(annotatorId));
  const columns = useMemo((): readonly Column<AuditVote>[] => {
    const { voteColumns: headers } = people;
    const outcomeOf = (vote: AuditVote): string => {
      const outcomes: Readonly<Record<string, string>> = pairs.outcomes(vote.firstVersionId, vote.secondVersionId);
      return outcomes[vote.outcome] ?? vote.outcome;
    };
    return [
      timeColumn({ key: 'at', header: headers.when, language, value: ({ castAt }) => castAt }),
      { key: 'kind', header: headers.kind, value: ({ kind }) => planner.kinds[kind] },
      { key: 'question', header: headers.question, value: ({ questionId }) => questionId },
      { key: 'first', header: headers.first, value: ({ firstVersionId }) => firstVersionId },
      { key: 'second', header: headers.second, value: ({ secondVersionId }) => secondVersionId },
      { key: 'outcome', header: headers.outcome, value: outcomeOf, saved: ({ outcome }) => ({ label: outcome }) },
      {
        key: 'dwell_ms',
        header: headers.time,
        isNumber: true,
        value: ({ dwellMs }) => dwellMs,
        show: ({ dwellMs }) => formatSeconds(dwellMs),
      },
      { key: 'valid', header: headers.counts, value: ({ valid }) => (valid ? pairs.yes : pairs.no) },
      {
        key: 'action',
        header: '',
        value: () => null,
        show: (vote) => <VoteEventButton voteId={vote.voteId} isValid={vote.valid} />,
      },
    ];
  }, [people, planner, pairs, language]);
  return (
    <Page
      title={people.auditTitle(personName(messages, query.data?.annotator.pseudonym ?? '…'))}
      about={<Link to="/annotators">{people.back}</Link>}
      wide
    >
      <QueryView query={query}>
        {(audit) => (
          <>
            {audit.checkpoints.length > 0 && (
              <Panel title={people.checkpoints} note={people.checkpointsNote}>
                <DataTable
                  caption={people.checkpoints}
                  rows={audit.checkpoints}
                  rowKey={({ votes }) => String(votes)}
                  columns={[
                    {
                      key: 'votes',
                      header: people.checkpointColumns.votes,
                      isNumber: true,
                      value: ({ votes }) => votes,
                    },
                    {
                      key: 'statistic',
                      header: people.checkpointColumns.statistic,
                      isNumber: true,
                      value: ({ statistic }) => statistic,
                      show: ({ statistic }) => formatNumber(statistic, 1),
                    },
                    {
                      key: 'p',
                      header: people.checkpointColumns.p,
                      isNumber: true,
                      value: ({ pValue }) => pValue,
                      show: ({ pValue }) => formatPValue(pValue),
                    },
                  ]}
                />
              </Panel>
            )}
            <Panel title={people.votes}>
              <DataTable
                caption={people.votes}
                columns={columns}
                rows={audit.votes}
                rowKey={({ voteId }) => voteId}
                fileName="understudy-annotator"
              />
            </Panel>
          </>
        )}
      </QueryView>
    </Page>
  );
}
