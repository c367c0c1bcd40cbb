import type { ReactNode } from 'react';
import { formatCount } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Warning } from '../../page/warning.js';
import type { Ratings } from './calls.js';

/** What the ratings rest on: votes, level, clusters, fit; and what a reader must know. */
export function RatingsFacts(props: { readonly ratings: Ratings; readonly isJudge: boolean }): ReactNode {
  const { language, messages } = useLanguage();
  const { arenaRatings } = messages;
  const { ratings } = props;
  const notes: Readonly<Record<string, string>> = arenaRatings.notes;
  // Columns with their counts, `question_id (50), judge (12)`; where nothing repeats, the kind of the interval.
  const isClustered = ratings.cluster.includes('(');
  const names = Object.entries(arenaRatings.clusterNames);
  const clusters = names.reduce((text, [column, name]) => text.replace(column, name), ratings.cluster);
  const [word = '', ...level] = ratings.gauge.split(' ');
  const words: Readonly<Record<string, string>> = arenaRatings.gaugeWords;
  // `mean 1000`, `initial 1000`, or a model with its rating.
  const gauge = level.length === 1 ? [words[word] ?? word, ...level].join(' ') : ratings.gauge;
  const facts = [
    arenaRatings.facts(formatCount(ratings.votes, language), ratings.models.length),
    arenaRatings.gauge(gauge),
    isClustered ? arenaRatings.cluster(clusters) : arenaRatings.clusterNone,
    ...(ratings.fit === null
      ? []
      : [arenaRatings.fit(ratings.fit.iterations, ratings.fit.gradientNorm.toExponential(1))]),
  ];
  return (
    <>
      <div>{facts.join(' · ')}</div>
      {props.isJudge && <Warning>{arenaRatings.judgeVotes}</Warning>}
      {ratings.prior && <Warning>{arenaRatings.prior}</Warning>}
      {!ratings.connected && !ratings.prior && <Warning>{arenaRatings.disconnected}</Warning>}
      {ratings.notes
        // The warnings say it, and what follows from it.
        .filter((note) => note !== 'not-connected')
        .map((note) => (
          <div key={note}>{notes[note] ?? note}</div>
        ))}
    </>
  );
}
