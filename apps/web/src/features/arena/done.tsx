import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { CopyCode } from '../../page/copy-code.js';
import { Link } from '../../page/link.js';
import { Panel } from '../../page/panel.js';
import type { ArenaState } from './arena-state.js';

/** The end of a study, with the code that some platforms ask for. */
export function Done(props: { readonly state: Extract<ArenaState, { readonly step: 'done' }> }): ReactNode {
  const { arena, app } = useMessages();
  const { completionCode } = props.state;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Panel>
      <Title order={2} size="h4" tabIndex={-1} ref={heading}>
        {arena.done}
      </Title>
      <p>{arena.doneText}</p>
      {completionCode !== null && (
        <Group gap="sm" mb="md">
          <span>{arena.completionCode}:</span>
          <CopyCode testId="completion-code" value={completionCode} />
        </Group>
      )}
      <Link to="/studies">{app.toStart}</Link>
    </Panel>
  );
}
