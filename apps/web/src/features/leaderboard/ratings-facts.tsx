import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import type { Ratings } from './calls.js';

/** What the ratings rest on: votes, level, clusters, fit; and what a reader must know. */
export function RatingsFacts(props: { readonly ratings: Ratings }): ReactNode {
  const { language, messages } = useLanguage();
  const { leaderboard } = messages;
  const { ratings } = props;
  const notes: Readonly<Record<string, string>> = leaderboard.notes;
  const facts = [
    leaderboard.facts(formatCount(ratings.votes, language), ratings.models.length),
    leaderboard.gauge(ratings.gauge),
    ratings.cluster === 'none' ? leaderboard.clusterNone : leaderboard.cluster(ratings.cluster),
    ...(ratings.fit === null
      ? []
      : [leaderboard.fit(ratings.fit.iterations, ratings.fit.gradientNorm.toExponential(1))]),
  ];
  return (
    <>
      <div>{facts.join(' · ')}</div>
      {ratings.prior && <Alert color="yellow" my="xs" p="xs" title={leaderboard.prior} />}
      {!ratings.connected && !ratings.prior && <Alert color="yellow" my="xs" p="xs" title={leaderboard.disconnected} />}
      {ratings.notes.map((note) => (
        <div key={note}>{notes[note] ?? note}</div>
      ))}
    </>
  );
}
