import { Fragment, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import type { Rendering } from './calls.js';
import classes from './model.module.css';

/** A text with its line breaks shown, as they are tokens to a model. */
function withBreaks(text: string): ReactNode {
  return text.split('\n').map((line, at) => (
    // The lines of a text have no other names than their places.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={at}>
      {at > 0 && (
        <>
          <span aria-hidden>↵</span>
          {'\n'}
        </>
      )}
      {line}
    </Fragment>
  ));
}

/** A rendered conversation: what the template wrote, its special tokens, and what stood in the messages. */
export function RenderedText(props: { readonly rendering: Rendering }): ReactNode {
  const { model } = useMessages();
  return (
    <>
      {/* A region that scrolls must be reachable with the keyboard. */}
      <pre
        className={classes['rendering']}
        data-testid="rendering"
        tabIndex={0}
        role="region"
        aria-label={model.rendered}
      >
        {props.rendering.parts.map(({ kind, text }, at) => (
          // oxlint-disable-next-line react/no-array-index-key
          <span key={at} data-kind={kind}>
            {withBreaks(text)}
          </span>
        ))}
      </pre>
      <p className={classes['legend']}>{model.renderedLegend}</p>
    </>
  );
}
