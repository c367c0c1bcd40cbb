import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.js';
import { RequestError } from '../server/request-error.js';

/** What went wrong, with the server's hint how to go on and its code; a screen reader says it at once. */
export function ErrorNotice(props: { readonly error: unknown; readonly onRetry?: () => void }): ReactNode {
  const { app } = useMessages();
  const { error } = props;
  const known = error instanceof RequestError ? error : null;
  // What the server says is said in its own words; that it says nothing, in ours.
  const isSilent = known?.status === 0;
  const isMissing = known?.code === 'not-published';
  const title = isSilent ? app.noAnswer : isMissing ? app.notPublished : (known?.message ?? app.unexpected);
  const hint = isSilent
    ? app.noAnswerHint
    : isMissing
      ? app.notPublishedHint
      : known === null
        ? app.unexpectedHint
        : known.hint;
  return (
    <Alert color={isMissing ? 'gray' : 'red'} variant="light" role="alert" title={title} my="sm">
      <Text size="sm">{hint}</Text>
      <Group mt="xs" gap="md">
        {known !== null && (
          <Text size="xs" c="dimmed" ff="monospace">
            {app.errorCode(known.code)}
          </Text>
        )}
        {props.onRetry !== undefined && !isMissing && (
          <Button size="compact-sm" variant="default" onClick={props.onRetry}>
            {app.retry}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
