import { Container, Text, Title } from '@mantine/core';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.js';
import { ErrorNotice } from './error-notice.js';

/** In place of a page that failed. */
export function PageError(props: ErrorComponentProps): ReactNode {
  return (
    <Container py="xl">
      <ErrorNotice error={props.error} onRetry={props.reset} />
    </Container>
  );
}

/** In place of a page that there is not. */
export function PageNotFound(): ReactNode {
  const { app } = useMessages();
  return (
    <Container py="xl">
      <Title order={1} size="h2">
        {app.notFound}
      </Title>
      <Text my="sm">{app.notFoundHint}</Text>
      <Link to="/">{app.toStart}</Link>
    </Container>
  );
}
