import { Button, Text } from '@mantine/core';
import { memo, type ReactNode, useState } from 'react';
import { formatCount } from '../../../format/format-number.js';
import { useLanguage } from '../../../messages/use-messages.js';
import { codePointName, textPieces, type TextPiece } from './text-pieces.js';
import classes from './visible-text.module.css';

/** Longer texts are shown by their ends until the reader asks for all. */
const LONGEST = 20_000;
const END = 6_000;

/**
 * A text of others, character for character: never as mark-up, special tokens framed, white space that one would overlook marked, hidden
 * characters written out. What is marked is still copied as it is.
 */
export function VisibleText(props: {
  readonly text: string;
  /** False for a text that we have laid out ourselves: its white space is ours. */
  readonly marksSpaces?: boolean;
  /** Within a line of other texts. */
  readonly inline?: boolean;
}): ReactNode {
  const { language, messages } = useLanguage();
  const { samples: texts } = messages;
  const { text, marksSpaces = true, inline = false } = props;
  const [isWhole, setWhole] = useState(false);
  if (text === '') return <Text c="dimmed">{texts.emptyText}</Text>;
  if (inline) {
    return (
      <span className={classes['text']} data-spaces={marksSpaces}>
        <Pieces text={text} />
      </span>
    );
  }
  const isCut = text.length > LONGEST && !isWhole;
  return (
    <div className={classes['text']} data-spaces={marksSpaces} dir="auto">
      {isCut ? <Pieces text={text.slice(0, END)} /> : <Pieces text={text} />}
      {isCut && (
        <div className={classes['cut']}>
          <Button size="compact-xs" variant="default" onClick={() => setWhole(true)}>
            {texts.showAll(formatCount(text.length - 2 * END, language))}
          </Button>
        </div>
      )}
      {isCut && <Pieces text={text.slice(-END)} />}
    </div>
  );
}

const Pieces = memo(function Pieces(props: { readonly text: string }): ReactNode {
  return textPieces(props.text).map((piece, place) => (
    // Pieces have no other name than their place, and never change it.
    <Piece key={place} piece={piece} />
  ));
});

function Piece(props: { readonly piece: TextPiece }): ReactNode {
  const { kind, text } = props.piece;
  switch (kind) {
    case 'plain':
      return text;
    case 'hidden':
      return <span className={classes['hidden']}>{codePointName(text)}</span>;
    case 'special':
    case 'newline':
    case 'tab':
    case 'space':
      return <span className={classes[kind]}>{text}</span>;
    default:
      return kind satisfies never;
  }
}
