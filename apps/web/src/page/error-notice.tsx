import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.js';
import { RequestError } from '../server/request-error.js';

/** What went wrong, with the server's hint how to go on and its code; a screen reader says it at once. */
export function ErrorNotice(props: { readonly error: unknown; readonly onRetry?: () => void }): ReactNode {
  const { app } = useMessages();
  const { error } = props;
  const known = error instanceof RequestError ? error : null;
  return (
    <Alert color="red" variant="light" role="alert" title={known?.message ?? app.unexpected} my="sm">
      <Text size="sm">{known === null ? app.unexpectedHint : known.hint}</Text>
      <Group mt="xs" gap="md">
        {known !== null && (
          <Text size="xs" c="dimmed" ff="monospace">
            {app.errorCode(known.code)}
          </Text>
        )}
        {props.onRetry !== undefined && (
          <Button size="compact-sm" variant="default" onClick={props.onRetry}>
            {app.retry}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
