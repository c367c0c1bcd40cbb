import { createContext, type ReactNode, useContext } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import classes from './model.module.css';
import { isUnverified } from './sources.js';

/** The numbers of the page's sources. */
export const SourceNumbers = createContext<ReadonlyMap<string, number>>(new Map());

/** Numbers behind a fact that lead to its sources, and a mark where there is none. */
export function SourceMarks(props: { readonly sources: readonly string[] }): ReactNode {
  const { model } = useMessages();
  const numbers = useContext(SourceNumbers);
  const unverified = props.sources.find(isUnverified);
  return (
    <>
      {props.sources.map((source) => {
        const number = numbers.get(source);
        return number === undefined ? null : (
          <sup key={source} className={classes['mark']}>
            <a href={`#source-${number}`} title={source} aria-label={model.sourceNumber(number)}>
              {number}
            </a>
          </sup>
        );
      })}
      {unverified !== undefined && (
        <span className={classes['unverified']} title={unverified === 'unverified' ? model.unverifiedHint : unverified}>
          {model.unverified}
        </span>
      )}
    </>
  );
}
