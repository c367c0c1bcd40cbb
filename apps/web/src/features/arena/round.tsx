import { Loader } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { AfterVote } from './after-vote.js';
import classes from './arena.module.css';
import { Battle } from './battle.js';
import { Done } from './done.js';
import { FreePrompt } from './free-prompt.js';
import { ProgressLine } from './progress-line.js';
import { useArena } from './use-arena.js';
import { useConversation } from './use-conversation.js';
import { useShortcuts } from './use-shortcuts.js';
import { useVoteKeys } from './use-vote-keys.js';
import { VoteBar } from './vote-bar.js';

const NOTHING_SAID = { reasons: [], comment: '' } as const;

/** One pair after the other: question, two answers, vote, names, next. The focus goes to the question of each new pair. */
export function Round(props: { readonly studyId: string; readonly onSecondPair: () => void }): ReactNode {
  const { onSecondPair } = props;
  const { arena: messages } = useMessages();
  const arena = useArena(props.studyId);
  const { state } = arena;
  const assignment = 'assignment' in state ? state.assignment : null;
  const conversation = useConversation(assignment);
  const [opinion, setOpinion] = useState<{ readonly reasons: readonly string[]; readonly comment: string }>(
    NOTHING_SAID,
  );
  const [shortcuts, setShortcuts] = useShortcuts();
  const heading = useRef<HTMLHeadingElement>(null);
  const canVote = state.step === 'voting' && conversation.isAnswered && !arena.isBusy;

  useVoteKeys(shortcuts, (action) => {
    if ('vote' in action) {
      if (canVote) arena.vote({ outcome: action.vote, ...opinion });
    } else if (action.after === 'next' && (state.step === 'cast' || state.step === 'revealed')) arena.next();
    else if (action.after === 'undo' && state.step === 'cast') arena.undo();
    else if (action.after === 'reveal' && state.step === 'cast' && assignment?.kind === 'vote') arena.reveal(true);
  });

  const token = assignment?.token;
  const isFirst = useRef(true);
  useEffect(() => {
    if (token === undefined) return;
    setOpinion(NOTHING_SAID);
    // The page's own title has the focus when it opens; from the second pair on the question has it.
    if (!isFirst.current) {
      onSecondPair();
      heading.current?.focus();
    }
    isFirst.current = false;
  }, [token, onSecondPair]);

  if (state.step === 'done') return <Done state={state} />;
  const error = arena.error ?? conversation.error;
  return (
    <>
      <ProgressLine state={state} />
      {error !== null && <ErrorNotice error={error} {...(state.step === 'loading' ? { onRetry: arena.next } : {})} />}
      {state.step === 'loading' && error === null && (
        <div role="status" className={classes['waiting']}>
          <Loader size="sm" aria-label={messages.answering} />
        </div>
      )}
      {state.step !== 'loading' && (
        <>
          <Battle ref={heading} state={state} conversation={conversation} />
          {state.assignment.mode === 'free' && state.step === 'voting' && <FreePrompt conversation={conversation} />}
          {conversation.turns.length > 0 && (
            <div className={classes['bar']}>
              {state.step === 'voting' ? (
                <VoteBar
                  disabled={!canVote}
                  isBusy={arena.isBusy}
                  undone={state.undone}
                  opinion={opinion}
                  onOpinion={setOpinion}
                  shortcuts={shortcuts}
                  onShortcuts={setShortcuts}
                  onVote={(outcome) => arena.vote({ outcome, ...opinion })}
                />
              ) : (
                <AfterVote state={state} arena={arena} />
              )}
            </div>
          )}
        </>
      )}
    </>
  );
}
