import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.js';
import { CopyCode } from './copy-code.js';

/** A secret that the server gives once: shown, and ready to be copied. */
export function SecretOnce(props: { readonly label: string; readonly secret: string }): ReactNode {
  const { study } = useMessages();
  return (
    <div role="status">
      <Text size="sm" fw={600}>
        {props.label}
      </Text>
      <CopyCode testId="secret" value={props.secret} />
      <Text size="xs" c="dimmed">
        {study.shownOnce}
      </Text>
    </div>
  );
}
