import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.js';
import { Link } from './link.js';
import { Page } from './page.js';

/** In place of a page that published files cannot serve. */
export function NeedsServer(): ReactNode {
  const { app } = useMessages();
  return (
    <Page title={app.needsServer}>
      <Text mb="sm">{app.needsServerHint}</Text>
      <Link to="/">{app.toStart}</Link>
    </Page>
  );
}
