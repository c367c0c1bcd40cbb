import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { AnswerText } from '../../markdown/answer-text.js';
import { useMessages } from '../../messages/use-messages.js';
import type { Cast } from './calls.js';

/** What a training item wanted, and why. */
export function Feedback(props: { readonly feedback: NonNullable<Cast['feedback']> }): ReactNode {
  const { arena } = useMessages();
  const { agreed, expected, explanation } = props.feedback;
  return (
    <Alert
      role="status"
      my="xs"
      color={agreed ? 'teal' : 'yellow'}
      title={agreed ? arena.feedbackRight : arena.feedbackWrong(arena.outcomes[expected])}
    >
      {explanation !== null && <AnswerText text={explanation} />}
    </Alert>
  );
}
