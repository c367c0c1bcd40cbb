import type { ReactNode } from 'react';
import classes from './with-interval.module.css';

/** A number with its interval after it, paler; the number alone where there is no interval. */
export function WithInterval(props: { readonly value: string; readonly interval: string }): ReactNode {
  if (props.interval === '–') return props.value;
  return (
    <>
      {props.value} <span className={classes['interval']}>[{props.interval}]</span>
    </>
  );
}
