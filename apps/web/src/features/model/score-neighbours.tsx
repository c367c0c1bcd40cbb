import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Details } from '../../page/details.js';
import { Link } from '../../page/link.js';
import type { ScoreTable } from './calls.js';
import classes from './model.module.css';
import { neighboursOf } from './neighbours.js';

type Score = ScoreTable['scores'][number];

function Ranking(props: { readonly id: string; readonly scores: readonly Score[] }): ReactNode {
  return (
    <ol className={classes['ranking']}>
      {props.scores.map((score, at) => (
        // A table can have a model twice, e.g. of two dates.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`${score.modelId} ${at}`} data-self={score.modelId === props.id}>
          {score.rank}.{' '}
          {score.hasCard && score.modelId !== props.id ? (
            <Link to="/models/$modelId" params={{ modelId: score.modelId }}>
              {score.label}
            </Link>
          ) : (
            score.label
          )}{' '}
          {score.value}
          {score.note !== null && ` (${score.note})`}
        </li>
      ))}
    </ol>
  );
}

/** Who stands beside a model in one table; the whole table on demand. */
export function ScoreNeighbours(props: { readonly id: string; readonly table: ScoreTable }): ReactNode {
  const { model } = useMessages();
  const { id, table } = props;
  const near = neighboursOf(table.scores, id);
  return (
    <>
      <Ranking id={id} scores={near} />
      {near.length < table.scores.length && (
        <Details summary={model.wholeTable(table.scores.length)}>
          {() => <Ranking id={id} scores={table.scores} />}
        </Details>
      )}
    </>
  );
}
