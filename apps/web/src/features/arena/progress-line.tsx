import { Badge, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import type { ArenaState } from './arena-state.js';
import classes from './arena.module.css';

/** How far one is, and whether this pair is for practice. */
export function ProgressLine(props: { readonly state: ArenaState }): ReactNode {
  const { arena } = useMessages();
  const { state } = props;
  if (state.step === 'loading') return null;
  const { done, wanted } = state.progress;
  const isTraining = 'assignment' in state && state.assignment.kind === 'training';
  return (
    <div className={classes['progress']}>
      {wanted !== null && wanted > 0 && (
        <Progress
          value={(100 * done) / wanted}
          aria-label={arena.progressLabel}
          size="sm"
          className={classes['meter']}
        />
      )}
      <Text size="sm" c="dimmed">
        {wanted === null ? arena.progressOpen(done) : arena.progress(done, wanted)}
      </Text>
      {isTraining && (
        <>
          <Badge variant="light" tt="none">
            {arena.training}
          </Badge>
          <Text size="sm" c="dimmed">
            {arena.trainingText}
          </Text>
        </>
      )}
    </div>
  );
}
