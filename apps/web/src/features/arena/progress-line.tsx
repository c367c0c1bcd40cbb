import { Badge, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import type { ArenaState } from './arena-state.js';
import classes from './arena.module.css';

/** How far one is, and whether this pair is for practice. */
export function ProgressLine(props: { readonly state: ArenaState }): ReactNode {
  const { language, messages } = useLanguage();
  const { arena } = messages;
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
        {wanted === null
          ? arena.progressOpen(formatCount(done, language))
          : arena.progress(formatCount(done, language), formatCount(wanted, language))}
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
