import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Details } from '../../page/details.js';
import { sourceAddress } from '../model/sources.js';
import type { CapabilityColumn } from './calls.js';
import classes from './capabilities.module.css';
import { ScoreModel, ScoreValue } from './score-text.js';

/** Where a table is from, and on demand all that stands in it. */
export function WholeTable(props: { readonly column: CapabilityColumn }): ReactNode {
  const { capabilities, words } = useMessages();
  const { column } = props;
  const { source, scores, date } = column;
  const address = source === null ? undefined : sourceAddress(source);
  return (
    <>
      {source === null ? (
        capabilities.ourRuns
      ) : address === undefined ? (
        source
      ) : (
        <a href={address} rel="noreferrer">
          {source}
        </a>
      )}
      {date !== null && ` (${date})`}
      <Details summary={capabilities.wholeTable(scores.length)}>
        {() => (
          <ol className={classes['scores']}>
            {scores.map((score, at) => (
              // A table can have a model twice, e.g. of two dates.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={`${score.modelId} ${at}`}>
                <ScoreModel score={score} /> <ScoreValue score={score} column={column} />
                {score.openness !== 'unknown' && ` · ${score.openness === 'open' ? words.open : words.closed}`}
                {score.note !== null && ` (${score.note})`}
              </li>
            ))}
          </ol>
        )}
      </Details>
    </>
  );
}
