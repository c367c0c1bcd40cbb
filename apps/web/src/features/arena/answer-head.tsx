import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import type { ArenaState } from './arena-state.js';
import classes from './arena.module.css';

/** "A" or "B"; after the reveal also who wrote it. */
export function AnswerHead(props: { readonly side: 'a' | 'b'; readonly state: ArenaState }): ReactNode {
  const { arena } = useMessages();
  const { side, state } = props;
  const model = state.step === 'revealed' ? state.reveal[side] : null;
  return (
    <header className={classes['answerHead']}>
      <Title order={3} size="h5">
        <span className="visually-hidden">{arena.answer(side.toUpperCase())}</span>
        <span aria-hidden className={classes['letter']}>
          {side.toUpperCase()}
        </span>
      </Title>
      {model !== null && (
        <div data-testid={`name-${side}`}>
          <strong>{model.name}</strong>
          <Text size="xs" c="dimmed" component="span" ms="xs">
            {[model.organisation, model.licence === null ? null : arena.licence(model.licence)]
              .filter((part) => part !== null)
              .join(' · ')}
          </Text>
        </div>
      )}
    </header>
  );
}
