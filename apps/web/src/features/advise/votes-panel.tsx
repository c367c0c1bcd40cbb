import { Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { formatCount, formatInterval, formatNumber, formatPercent } from '../../format/format-number.js';
import type { Messages } from '../../messages/messages.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Panel } from '../../page/panel.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { aspectName } from '../filter/aspect-name.js';
import type { Advice } from './calls.js';
import { ModelLink } from './model-link.js';

type Votes = Advice['votes'];
type Pair = Votes['pairs'][number];

interface VoteRow {
  readonly pair: Pair;
  readonly assessed: Pair['overall'];
}

const percent = (share: number): string => formatPercent(share, 1);

/** What people's votes say of the models and the reference: beside all scores, and in none of them. */
export function VotesPanel(props: { readonly advice: Advice }): ReactNode {
  const { language, messages } = useLanguage();
  const { votes, reference } = props.advice;
  const { votes: texts } = messages.advise;
  const rows = useMemo(() => rowsOf(votes), [votes]);
  const columns = useMemo(() => columnsOf(votes, messages, language), [votes, messages, language]);
  const title = texts.title(reference.name);
  return (
    <Panel title={title} note={texts.note(formatNumber(votes.margin, 3), percent(votes.confidence))}>
      <DataTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={({ pair, assessed }) => JSON.stringify([pair.model.id, pair.study.id, pair.version, assessed.aspect])}
        fileName="understudy-votes"
      />
      {votes.unknown.length > 0 && (
        <Text size="sm" mt="xs">
          {texts.unknown(votes.unknown.join(', '))}
        </Text>
      )}
    </Panel>
  );
}

/** A line a model and study; of models that the answer names a line for each aspect too. */
function rowsOf({ pairs, ofAnswer }: Votes): readonly VoteRow[] {
  const answered = new Set(ofAnswer.map(({ model }) => model.id));
  return pairs.flatMap((pair) =>
    [pair.overall, ...(answered.has(pair.model.id) ? pair.aspects : [])].map((assessed) => ({ pair, assessed })),
  );
}

function columnsOf(votes: Votes, messages: Messages, language: string): readonly Column<VoteRow>[] {
  const { columns: headers, votes: texts } = messages.advise;
  return [
    {
      key: 'model',
      header: headers.model,
      value: ({ pair }) => pair.model.name,
      show: ({ pair }) => <VotedModel pair={pair} texts={texts} />,
      saved: ({ pair }) => ({ version: pair.version, reference: pair.referenceVersion }),
    },
    {
      key: 'aspect',
      header: texts.columns.aspect,
      value: ({ assessed: { aspect } }) => (aspect === null ? texts.all : aspectName(messages, aspect)),
    },
    {
      key: 'verdict',
      header: headers.verdict,
      value: ({ assessed }) => texts.outcomes[assessed.outcome],
      show: ({ assessed }) => <strong>{texts.outcomes[assessed.outcome]}</strong>,
    },
    {
      key: 'win_rate',
      header: texts.columns.winRate,
      isNumber: true,
      value: ({ assessed }) => assessed.winRate,
      show: ({ assessed }) => percent(assessed.winRate),
    },
    {
      key: 'lower',
      header: headers.bounds,
      isNumber: true,
      value: ({ assessed }) => assessed.bounds.lower,
      show: ({ assessed }) => formatInterval(assessed.bounds, percent),
      saved: ({ assessed }) => ({ upper: assessed.bounds.upper }),
    },
    {
      key: 'votes',
      header: texts.columns.votes,
      isNumber: true,
      value: ({ assessed }) => assessed.votes,
      show: ({ assessed }) => formatCount(assessed.votes, language),
    },
    {
      key: 'votes_needed',
      header: texts.columns.needed,
      isNumber: true,
      value: ({ assessed }) => assessed.votesNeeded,
      show: ({ assessed }) => formatCount(assessed.votesNeeded, language),
    },
    {
      key: 'study',
      header: texts.columns.study,
      value: ({ pair }) => pair.study.title,
      show: (row) => <StudyLink row={row} votes={votes} texts={texts} />,
      saved: ({ pair }) => ({ study_id: pair.study.id }),
    },
  ];
}

type VoteTexts = Messages['advise']['votes'];

/** A model, and what it was called in the study where that is another name. */
function VotedModel(props: { readonly pair: Pair; readonly texts: VoteTexts }): ReactNode {
  const { model, version } = props.pair;
  const names = [model.id, model.name, model.card].map((name) => name?.toLowerCase());
  const isCalledSo = names.includes(version.toLowerCase());
  return (
    <>
      <ModelLink model={model} />
      {!isCalledSo && ` (${props.texts.calledThere(version)})`}
    </>
  );
}

/** The study; it leads to the stand-in test of the same votes. */
function StudyLink(props: { readonly row: VoteRow; readonly votes: Votes; readonly texts: VoteTexts }): ReactNode {
  const { pair, assessed } = props.row;
  const { margin, confidence } = props.votes;
  const { study, version, referenceVersion } = pair;
  const claim = { study: study.id, candidate: version, reference: referenceVersion, margin, confidence };
  const aspect = assessed.aspect === null ? {} : { aspect: assessed.aspect };
  return (
    <>
      <Link to="/stand-in" search={{ ...claim, ...aspect }}>
        {study.title}
      </Link>
      {study.mode === 'imported' && ` (${props.texts.fromFile})`}
    </>
  );
}
