import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { errorText } from '../messages/error-texts.js';
import type { Messages } from '../messages/messages.js';
import { useMessages } from '../messages/use-messages.js';
import { RequestError } from '../server/request-error.js';

/** What is said of an error. */
interface Wording {
  readonly title: string;
  readonly hint: string | null;
  /** The server's own words, where the page has others for them. */
  readonly original: string | null;
}

function wordingOf(error: unknown, { app, errors }: Messages): Wording {
  if (!(error instanceof RequestError)) return { title: app.unexpected, hint: app.unexpectedHint, original: null };
  // That the server says nothing is said in our words.
  if (error.status === 0) return { title: app.noAnswer, hint: app.noAnswerHint, original: null };
  if (error.code === 'not-published') return { title: app.notPublished, hint: app.notPublishedHint, original: null };
  const known = errorText(error.code, errors);
  if (known !== undefined) return { ...known, original: error.message };
  return { title: error.message, hint: error.hint, original: null };
}

/** What went wrong, with a hint how to go on and its code; a screen reader says it at once. */
export function ErrorNotice(props: { readonly error: unknown; readonly onRetry?: () => void }): ReactNode {
  const messages = useMessages();
  const { app } = messages;
  const { error } = props;
  const known = error instanceof RequestError ? error : null;
  const isMissing = known?.code === 'not-published';
  // What there is not will not be there at the next attempt either.
  const isFinal = isMissing || known?.status === 404;
  const { title, hint, original } = wordingOf(error, messages);
  return (
    <Alert color={isMissing ? 'gray' : 'red'} variant="light" role="alert" title={title} my="sm">
      <Text size="sm">{hint}</Text>
      {original !== null && (
        <Text size="xs" c="dimmed" lang="en">
          {original}
        </Text>
      )}
      <Group mt="xs" gap="md">
        {known !== null && (
          <Text size="xs" c="dimmed" ff="monospace">
            {app.errorCode(known.code)}
          </Text>
        )}
        {props.onRetry !== undefined && !isFinal && (
          <Button size="compact-sm" variant="default" onClick={props.onRetry}>
            {app.retry}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
