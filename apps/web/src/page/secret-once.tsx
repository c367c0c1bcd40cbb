import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.js';

/** A secret that the server gives once: shown, and ready to be copied. */
export function SecretOnce(props: { readonly label: string; readonly secret: string }): ReactNode {
  const { app, study } = useMessages();
  return (
    <div role="status">
      <Text size="sm" fw={600}>
        {props.label}
      </Text>
      <Group gap="xs" my={4}>
        <Code data-testid="secret">{props.secret}</Code>
        <CopyButton value={props.secret}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {copied ? app.copied : app.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="xs" c="dimmed">
        {study.shownOnce}
      </Text>
    </div>
  );
}
