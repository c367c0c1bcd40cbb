import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import type { RunStatus } from './runs-search.js';

const COLOURS: Readonly<Record<RunStatus, string>> = {
  running: 'indigo',
  finished: 'teal',
  stopped: 'gray',
  interrupted: 'orange',
  failed: 'red',
};

/** What became of a run, in a word. */
export function RunStatusBadge(props: { readonly status: RunStatus }): ReactNode {
  const { runs } = useMessages();
  return (
    <Badge
      color={COLOURS[props.status]}
      variant="light"
      // On its own tint orange has too little contrast to be read.
      c="var(--mantine-color-text)"
      tt="none"
      miw="max-content"
      title={runs.statusHints[props.status]}
    >
      {runs.statuses[props.status]}
    </Badge>
  );
}
