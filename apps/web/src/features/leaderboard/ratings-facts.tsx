import type { ReactNode } from 'react';
import { formatCount } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Warning } from '../../page/warning.js';
import type { Ratings } from './calls.js';

/** What the ratings rest on: votes, level, clusters, fit; and what a reader must know. */
export function RatingsFacts(props: { readonly ratings: Ratings }): ReactNode {
  const { language, messages } = useLanguage();
  const { leaderboard } = messages;
  const { ratings } = props;
  const notes: Readonly<Record<string, string>> = leaderboard.notes;
  const clusters: Readonly<Record<string, string>> = messages.filter.choices.cluster;
  const facts = [
    leaderboard.facts(formatCount(ratings.votes, language), ratings.models.length),
    leaderboard.gauge(ratings.gauge),
    ratings.cluster === 'none'
      ? leaderboard.clusterNone
      : leaderboard.cluster(clusters[ratings.cluster] ?? ratings.cluster),
    ...(ratings.fit === null
      ? []
      : [leaderboard.fit(ratings.fit.iterations, ratings.fit.gradientNorm.toExponential(1))]),
  ];
  return (
    <>
      <div>{facts.join(' · ')}</div>
      {ratings.prior && <Warning>{leaderboard.prior}</Warning>}
      {!ratings.connected && !ratings.prior && <Warning>{leaderboard.disconnected}</Warning>}
      {ratings.notes.map((note) => (
        <div key={note}>{notes[note] ?? note}</div>
      ))}
    </>
  );
}
