import { Button, Code, CopyButton, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.js';

/** A code or an address, with a button that copies it. */
export function CopyCode(props: { readonly value: string; readonly testId: string }): ReactNode {
  const { app } = useMessages();
  return (
    <Group gap="xs" my={4}>
      <Code data-testid={props.testId}>{props.value}</Code>
      <CopyButton value={props.value}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy}>
            {copied ? app.copied : app.copy}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
