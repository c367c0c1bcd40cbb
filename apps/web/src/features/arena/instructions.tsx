import type { ReactNode } from 'react';
import { AnswerText } from '../../markdown/answer-text.js';
import { useLanguage } from '../../messages/use-messages.js';
import classes from './arena.module.css';

/** The study's instructions in the language shown, else in English, else in the first there is. */
export function Instructions(props: {
  readonly texts: Readonly<Record<string, string>>;
  readonly open: boolean;
}): ReactNode {
  const { language, messages } = useLanguage();
  const { texts } = props;
  const text = texts[language] ?? texts[language.split('-')[0] ?? ''] ?? texts['en'] ?? Object.values(texts)[0];
  if (text === undefined || text.trim() === '') return null;
  return (
    <details className={classes['instructions']} open={props.open}>
      <summary>{messages.arena.instructions}</summary>
      <AnswerText text={text} />
    </details>
  );
}
