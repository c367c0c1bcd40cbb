import type { ReactNode } from 'react';
import { Link } from '../../page/link.js';
import type { CatalogModel } from '../model/calls.js';
import classes from './comparison.module.css';

/** A row of a comparison: what it is about, and a cell for each model. */
export interface ComparisonRow {
  readonly key: string;
  readonly label: ReactNode;
  /** Rows of one group stand under its name; undefined: no groups. */
  readonly group?: string;
  readonly cells: readonly { readonly text: ReactNode; readonly isBest?: boolean }[];
  readonly differs?: boolean;
}

/** Models side by side. What differs has a sign, not a colour alone. */
export function ComparisonTable(props: {
  readonly caption: string;
  readonly corner: string;
  readonly models: readonly CatalogModel[];
  readonly rows: readonly ComparisonRow[];
  readonly differs?: string;
}): ReactNode {
  const { caption, corner, models, rows, differs } = props;
  return (
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label={caption}>
      <table className={classes['table']}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {models.map(({ card }) => (
              <th key={card.id} scope="col">
                <Link to="/models/$modelId" params={{ modelId: card.id }}>
                  {card.name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row, at) => [
            ...(row.group !== undefined && row.group !== rows[at - 1]?.group
              ? [
                  <tr key={`group ${row.group}`} data-group="true">
                    <th scope="colgroup" colSpan={models.length + 1}>
                      {row.group}
                    </th>
                  </tr>,
                ]
              : []),
            <tr key={row.key} data-differs={row.differs === true}>
              <th scope="row">
                {row.label}
                {row.differs === true && (
                  <>
                    {' '}
                    <span title={differs} aria-label={differs} role="img">
                      ≠
                    </span>
                  </>
                )}
              </th>
              {row.cells.map(({ text, isBest = false }, place) => (
                <td key={models[place]?.card.id} data-best={isBest}>
                  {text}
                </td>
              ))}
            </tr>,
          ])}
        </tbody>
      </table>
    </div>
  );
}
