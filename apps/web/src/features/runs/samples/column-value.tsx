import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import type { Figure, SampleColumn } from '../calls.js';
import { formatFigure } from '../format-figure.js';
import classes from './samples.module.css';

/** A sample's value: right or wrong where the column has nothing else, a whole number as it is, other numbers with three decimals. */
export function ColumnValue(props: {
  readonly column: Pick<SampleColumn, 'isBinary' | 'higherIsBetter'>;
  readonly value: Figure | undefined;
}): ReactNode {
  const { samples: texts } = useMessages();
  const { column, value } = props;
  if (value === undefined) return '–';
  if (column.isBinary && (value === 0 || value === 1)) {
    const isRight = (value === 1) !== (column.higherIsBetter === false);
    return (
      <span className={classes[isRight ? 'right' : 'wrong']}>{isRight ? `✓ ${texts.right}` : `✗ ${texts.wrong}`}</span>
    );
  }
  return formatFigure(value, typeof value === 'number' && Number.isInteger(value) ? 0 : 3);
}
