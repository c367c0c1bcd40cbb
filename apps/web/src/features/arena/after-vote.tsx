import { Button, Group, Kbd, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import type { ArenaState } from './arena-state.js';
import classes from './arena.module.css';
import { Feedback } from './feedback.js';
import type { Arena } from './use-arena.js';
import { useCountdown } from './use-countdown.js';
import { AFTER_KEYS } from './vote-keys.js';

type VotedState = Extract<ArenaState, { readonly step: 'cast' | 'revealed' }>;

/** After the vote: ten seconds to take it back, then the names; or the names, or the next pair, at once. */
export function AfterVote(props: { readonly state: VotedState; readonly arena: Arena }): ReactNode {
  const { arena: messages } = useMessages();
  const { state, arena } = props;
  const { cast, undoDeadline } = state.vote;
  const seconds = useCountdown(undoDeadline);
  const isTraining = state.assignment.kind === 'training';
  const total = state.assignment.undoSeconds;
  const canUndo = state.step === 'cast' && seconds > 0 && !isTraining;

  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);

  // Once, when the time to undo is over: the names come by themselves.
  const asked = useRef(false);
  const { reveal } = arena;
  useEffect(() => {
    if (state.step !== 'cast' || isTraining || seconds > 0 || asked.current || arena.isBusy) return;
    asked.current = true;
    reveal(false);
  }, [state.step, isTraining, seconds, reveal, arena.isBusy]);

  return (
    <div>
      <div role="status" className={classes['result']}>
        <strong>{messages.recorded(messages.outcomes[cast.outcome])}</strong>
        {canUndo && <span className="visually-hidden">{messages.undoAnnounced(total)}</span>}
        {state.step === 'revealed' && (
          <span className="visually-hidden">
            {messages.namesAnnounced(state.reveal.a.name, state.reveal.b.name)}
            {state.withdrawn && messages.withdrawn}
          </span>
        )}
      </div>
      {cast.feedback !== null && <Feedback feedback={cast.feedback} />}
      <Group gap="sm" className={classes['after']}>
        {canUndo && (
          <Button variant="default" onClick={arena.undo} aria-keyshortcuts={AFTER_KEYS.undo} aria-label={messages.undo}>
            {messages.undoFor(seconds)}
            <Kbd aria-hidden ms="xs">
              U
            </Kbd>
          </Button>
        )}
        {state.step === 'cast' && !isTraining && (
          <Button variant="default" onClick={() => arena.reveal(true)} aria-keyshortcuts={AFTER_KEYS.reveal}>
            {messages.reveal}
            <Kbd aria-hidden ms="xs">
              R
            </Kbd>
          </Button>
        )}
        <Button ref={next} onClick={arena.next} aria-keyshortcuts={AFTER_KEYS.next}>
          {state.assignment.mode === 'free' ? messages.another : messages.next}
          <Kbd aria-hidden ms="xs">
            N
          </Kbd>
        </Button>
        {state.step === 'revealed' && !state.withdrawn && (
          <Button variant="subtle" color="gray" onClick={arena.withdraw}>
            {messages.withdraw}
          </Button>
        )}
        {state.step === 'revealed' && state.withdrawn && <Text size="sm">{messages.withdrawn}</Text>}
      </Group>
      {canUndo && (
        <div className={classes['countdown']} aria-hidden>
          <progress max={total} value={seconds} />
        </div>
      )}
    </div>
  );
}
