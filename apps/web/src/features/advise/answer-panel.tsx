import type { ReactNode } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import classes from './advise.module.css';
import { answerSentences } from './answer-sentences.js';
import type { Advice } from './calls.js';

/** The answer, before all that it rests on. */
export function AnswerPanel(props: { readonly advice: Advice }): ReactNode {
  const { language, messages } = useLanguage();
  return (
    <Panel title={messages.advise.answer}>
      <div role="status">
        <ul className={classes['answer']}>
          {answerSentences(props.advice, messages, language).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
