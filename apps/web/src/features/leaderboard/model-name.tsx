import type { ReactNode } from 'react';
import { formatSize } from '../../format/format-size.js';
import { Link } from '../../page/link.js';
import { modelAddress } from './addresses.js';
import type { BoardModel } from './calls.js';
import classes from './leaderboard.module.css';

/** A model with what tells it from others; it leads to its page where it has one. */
export function ModelName(props: { readonly model: BoardModel }): ReactNode {
  const { name, card, parameters, released, licence, quantization } = props.model;
  const facts = [
    parameters === null ? null : formatSize(parameters),
    quantization,
    licence?.replace('LicenseRef-', '') ?? null,
    released,
  ];
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
