import type { ReactNode } from 'react';
import { formatInterval } from '../../format/format-number.js';
import { useMessages } from '../../messages/use-messages.js';
import type { CapabilityColumn, CapabilityVerdict } from './calls.js';
import classes from './capabilities.module.css';
import { formatDifference } from './format-value.js';
import { leaning, VERDICT_SIGNS } from './verdict-signs.js';

/** How the best open model of a table stands against a reference of it: a sign, the difference, in words for screen readers. */
export function VerdictMark(props: {
  readonly verdict: CapabilityVerdict;
  readonly column: CapabilityColumn;
}): ReactNode {
  const { capabilities } = useMessages();
  const { verdict, column } = props;
  const words = capabilities.verdicts[verdict.kind];
  const format = (value: number): string => formatDifference(value, column);
  const interval = verdict.interval === null ? '' : ` [${formatInterval(verdict.interval, format)}]`;
  return (
    <span className={classes['verdict']} data-leaning={leaning(verdict)} title={words}>
      <span aria-hidden>{VERDICT_SIGNS[verdict.kind]}</span>
      <span className="visually-hidden">{words}</span> {format(verdict.difference)}
      {interval}
    </span>
  );
}
