import { Button, Checkbox, Chip, Group, Kbd, Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import classes from './arena.module.css';
import type { Outcome } from './calls.js';
import { OUTCOME_KEYS } from './vote-keys.js';

/** What can be said beside the vote. */
export interface Opinion {
  readonly reasons: readonly string[];
  readonly comment: string;
}

/** The four outcomes and skip, each with its key; reasons and a comment for those who want to give them. */
export function VoteBar(props: {
  readonly disabled: boolean;
  readonly isBusy: boolean;
  readonly undone: boolean;
  readonly opinion: Opinion;
  readonly onOpinion: (opinion: Opinion) => void;
  readonly shortcuts: boolean;
  readonly onShortcuts: (on: boolean) => void;
  readonly onVote: (outcome: Outcome) => void;
}): ReactNode {
  const { arena } = useMessages();
  const { opinion } = props;
  return (
    <div role="group" aria-label={arena.whichIsBetter}>
      <div role="status" className={classes['status']}>
        {props.isBusy ? arena.sending : props.undone ? arena.undone : ''}
      </div>
      <div className={classes['outcomes']}>
        {OUTCOME_KEYS.map(([outcome, key]) => (
          <Button
            key={outcome}
            variant={outcome === 'skip' ? 'subtle' : 'default'}
            size="md"
            // Not `disabled`: the button that was pressed keeps the focus while the vote is on its way.
            aria-disabled={props.disabled}
            data-disabled={props.disabled || undefined}
            aria-keyshortcuts={props.shortcuts ? key : undefined}
            onClick={() => {
              if (!props.disabled) props.onVote(outcome);
            }}
            rightSection={props.shortcuts ? <Kbd aria-hidden>{key}</Kbd> : null}
          >
            {arena.outcomes[outcome]}
          </Button>
        ))}
      </div>
      <details className={classes['details']}>
        <summary>{arena.details}</summary>
        <div className={classes['detailsBody']}>
          <div>
            <Text size="sm" id="reasons" mb={4}>
              {arena.reasonsLabel}
            </Text>
            <Chip.Group
              multiple
              value={[...opinion.reasons]}
              onChange={(reasons) => props.onOpinion({ ...opinion, reasons })}
            >
              <Group gap={6} role="group" aria-labelledby="reasons">
                {Object.entries(arena.reasons).map(([value, label]) => (
                  <Chip key={value} value={value} size="xs">
                    {label}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </div>
          <Textarea
            label={arena.comment}
            size="xs"
            minRows={2}
            maxLength={4000}
            value={opinion.comment}
            onChange={(event) => props.onOpinion({ ...opinion, comment: event.currentTarget.value })}
          />
          <Checkbox
            size="xs"
            label={arena.shortcuts}
            description={arena.shortcutsHint}
            checked={props.shortcuts}
            onChange={(event) => props.onShortcuts(event.currentTarget.checked)}
          />
        </div>
      </details>
    </div>
  );
}
