import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatNumber } from '../../format/format-number.js';
import { useMessages } from '../../messages/use-messages.js';
import { modelAddress } from './addresses.js';
import type { BoardModel } from './calls.js';
import classes from './leaderboard.module.css';

const BILLION = 1e9;

/** A number of parameters as people say it: `6.7` or `0.14` billions. */
export function billions(parameters: number): string {
  const count = parameters / BILLION;
  return formatNumber(count, count < 1 ? 2 : count < 20 ? 1 : 0);
}

/** A model with what tells it from others; it leads to its page where it has one. */
export function ModelName(props: { readonly model: BoardModel }): ReactNode {
  const { board } = useMessages();
  const { name, card, parameters, released, licence, quantization } = props.model;
  const facts = [parameters === null ? null : board.billions(billions(parameters)), quantization, licence, released];
  return (
    <div className={classes['model']}>
      {card === null ? <strong>{name}</strong> : <Link to={modelAddress(card)}>{name}</Link>}
      <div className={classes['facts']}>
        {facts
          .filter((fact) => fact !== null)
          .map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
      </div>
    </div>
  );
}
