import { Container, Text, Title } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.js';
import { RequestError } from '../server/request-error.js';
import { ErrorNotice } from './error-notice.js';
import { Link } from './link.js';

/** How it is said that a part of the pages did not come: by Vite, Chromium and Firefox, Safari. */
const PART_MISSING = /unable to preload css|dynamically imported module|importing a module script failed/i;

/** In place of a page that failed. */
export function PageError(props: ErrorComponentProps): ReactNode {
  const { error, reset } = props;
  const missing = error instanceof Error && PART_MISSING.test(error.message) ? error : undefined;
  const shown =
    missing === undefined ? error : new RequestError({ status: 0, code: 'no-answer', message: missing.message });
  return (
    <Container py="xl">
      {/* A part that failed to come is not asked for again by the same page. */}
      <ErrorNotice error={shown} onRetry={missing !== undefined ? () => window.location.reload() : reset} />
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
