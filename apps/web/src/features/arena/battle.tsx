import { Badge, Title } from '@mantine/core';
import { Fragment, type ReactNode, type Ref } from 'react';
import { AnswerText } from '../../markdown/answer-text.js';
import { useMessages } from '../../messages/use-messages.js';
import { aspectName } from '../filter/aspect-name.js';
import { AnswerHead } from './answer-head.js';
import type { ArenaState } from './arena-state.js';
import classes from './arena.module.css';
import type { Conversation } from './use-conversation.js';

/** The question and both answers, turn by turn. Both columns have one height and scroll with the page; on narrow screens B is below A. */
export function Battle(props: {
  readonly ref: Ref<HTMLHeadingElement>;
  readonly state: Exclude<ArenaState, { readonly step: 'loading' | 'done' }>;
  readonly conversation: Conversation;
}): ReactNode {
  const messages = useMessages();
  const { arena } = messages;
  const { state, conversation } = props;
  const { question } = state.assignment;
  const { turns } = conversation;
  return (
    <section className={classes['battle']} aria-label={arena.question}>
      <div className={classes['questionHead']}>
        <Title order={2} size="h5" tabIndex={-1} ref={props.ref}>
          {arena.question}
        </Title>
        {question !== null && (
          <Badge variant="default" tt="none" fw={500}>
            {arena.aspect(aspectName(messages, question.aspect))}
          </Badge>
        )}
      </div>
      {turns.map((turn, index) => (
        // A turn has no other name than its place, and never changes it.
        <Fragment key={index}>
          <div className={classes['prompt']} lang={question?.language}>
            {turns.length > 1 && <span className={classes['turn']}>{arena.turn(index + 1)}</span>}
            <AnswerText text={turn.prompt} />
          </div>
          <div className={classes['pair']} aria-busy={turn.isStreaming}>
            {(['a', 'b'] as const).map((side) => (
              <article
                key={side}
                className={classes['answer']}
                aria-label={arena.answer(side.toUpperCase())}
                data-chosen={state.step !== 'voting' && state.vote.cast.outcome === side}
              >
                {index === 0 && <AnswerHead side={side} state={state} />}
                <div lang={question?.language}>
                  <AnswerText text={turn[side]} />
                </div>
                {turn.isStreaming && <span className={classes['cursor']} aria-hidden />}
              </article>
            ))}
          </div>
        </Fragment>
      ))}
    </section>
  );
}
