import { Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import { VisibleText } from '../visible-text/visible-text.js';
import classes from './compare.module.css';
import { type DiffPiece, wordDiff } from './word-diff.js';

/** Longer texts are shown side by side without a search for what differs. */
const LONGEST = 40_000;

/** Two texts side by side; what stands in one of them only is struck out on the left and underlined on the right. */
export function TextPair(props: { readonly first: string; readonly second: string }): ReactNode {
  const { compare } = useMessages();
  const { first, second } = props;
  const isLong = first.length + second.length > LONGEST;
  const pieces = useMemo(() => (isLong ? [] : wordDiff(first, second)), [isLong, first, second]);
  if (first === second) {
    return (
      <>
        <Text size="xs" c="dimmed">
          {compare.sameText}
        </Text>
        <VisibleText text={first} />
      </>
    );
  }
  if (isLong) {
    return (
      <div className={classes['sides']}>
        <VisibleText text={first} />
        <VisibleText text={second} />
      </div>
    );
  }
  return (
    <div className={classes['sides']}>
      <Side pieces={pieces} other="second" />
      <Side pieces={pieces} other="first" />
    </div>
  );
}

function Side(props: { readonly pieces: readonly DiffPiece[]; readonly other: 'first' | 'second' }): ReactNode {
  const { pieces, other } = props;
  const shown = pieces.filter(({ side }) => side !== other);
  return (
    <div className={classes['text']} dir="auto">
      {shown.map(({ side, text }, place) => {
        const Mark = side === 'first' ? 'del' : 'ins';
        const visible = <VisibleText text={text} marksSpaces={false} inline />;
        // A piece has no other name than its place, and never changes it.
        return side === 'both' ? <span key={place}>{visible}</span> : <Mark key={place}>{visible}</Mark>;
      })}
    </div>
  );
}
