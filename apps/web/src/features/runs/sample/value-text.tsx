import type { ReactNode } from 'react';
import { VisibleText } from '../visible-text/visible-text.js';
import classes from './sample.module.css';

/** What a filter made: a text in a frame of its own, anything else as JSON. */
export function ValueText(props: { readonly value: { readonly isText: boolean; readonly text: string } }): ReactNode {
  const { isText, text } = props.value;
  return <div className={classes['value']}>{isText ? <VisibleText text={text} /> : <code>{text}</code>}</div>;
}
