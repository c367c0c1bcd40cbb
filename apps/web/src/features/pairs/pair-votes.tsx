import { type ReactNode, useMemo } from 'react';
import { formatSeconds } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { timeColumn } from '../../table/time-column.js';
import { personName } from '../people/person-name.js';
import { useSession } from '../session/use-session.js';
import type { Pair, PairVote } from './calls.js';
import { VoteEventButton } from './vote-event-button.js';

/** The votes on a pair, the newest first; an administrator can take one out, or back in. */
export function PairVotes(props: { readonly pair: Pair; readonly nameOf: (id: string) => string }): ReactNode {
  const { language, messages } = useLanguage();
  const { pairs } = messages;
  const { pair, nameOf } = props;
  const isAdmin = useSession()?.role === 'admin';
  const [first, second] = [nameOf(pair.first), nameOf(pair.second)];
  const columns = useMemo((): readonly Column<PairVote>[] => {
    const { columns: headers } = pairs;
    const outcomes = pairs.outcomes(first, second);
    const actions: Column<PairVote> = {
      key: 'action',
      header: '',
      value: () => null,
      show: (vote) => <VoteEventButton voteId={vote.voteId} isValid={vote.valid} />,
    };
    return [
      timeColumn({ key: 'at', header: headers.when, language, value: ({ castAt }) => castAt }),
      {
        key: 'annotator',
        header: headers.annotator,
        value: ({ annotator }) => annotator,
        show: ({ annotator }) => personName(messages, annotator),
      },
      { key: 'question', header: headers.question, value: ({ questionId }) => questionId },
      {
        key: 'outcome',
        header: headers.outcome,
        value: ({ outcome }) => outcomes[outcome],
        saved: ({ outcome }) => ({ label: outcome }),
      },
      { key: 'shown', header: headers.shown, value: ({ swapped }) => (swapped ? 'B' : 'A') },
      {
        key: 'dwell_ms',
        header: headers.dwell,
        isNumber: true,
        value: ({ dwellMs }) => dwellMs,
        show: ({ dwellMs }) => formatSeconds(dwellMs),
      },
      { key: 'valid', header: headers.valid, value: ({ valid }) => (valid ? pairs.yes : pairs.no) },
      ...(isAdmin ? [actions] : []),
    ];
  }, [messages, pairs, first, second, language, isAdmin]);
  return (
    <Panel title={pairs.votes}>
      <DataTable
        caption={pairs.votes}
        columns={columns}
        rows={pair.votes}
        rowKey={({ voteId }) => voteId}
        fileName="understudy-pair"
      />
    </Panel>
  );
}
