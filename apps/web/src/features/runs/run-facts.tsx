import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount, formatDuration } from '../../format/format-number.js';
import { formatTime } from '../../format/format-time.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import type { RunDetails } from './calls.js';
import classes from './runs.module.css';
import { RunStatusBadge } from './run-status.js';

/** What a run is: model, state, when, how much. */
export function RunFacts(props: { readonly details: RunDetails }): ReactNode {
  const { language, messages } = useLanguage();
  const { runs: texts } = messages;
  const { run, seed } = props.details;
  const { documents, cardId } = run;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [texts.status, <RunStatusBadge key="status" status={run.status} />],
    [texts.model, run.name === run.model ? run.name : `${run.name} (${run.model})`],
    [texts.identity, <code key="identity">{run.identity}</code>],
    [texts.started, formatTime(run.createdAt, language)],
    [texts.ended, formatTime(run.endedAt, language)],
    [texts.columns.elapsed, formatDuration(run.elapsedMs)],
    [
      texts.columns.documents,
      `${formatCount(documents.stored, language)} / ${formatCount(documents.expected, language)}`,
    ],
    [texts.source, texts.sources[run.source](run.version)],
    [texts.seed, seed],
  ];
  return (
    <>
      <dl className={classes['facts']}>
        {facts.map(([term, value]) => (
          <div key={term} className={classes['fact']}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm" mt="sm">
        {cardId === null ? (
          texts.noCard
        ) : (
          <Link to="/models/$modelId" params={{ modelId: cardId }}>
            {texts.card(cardId)}
          </Link>
        )}
      </Text>
    </>
  );
}
