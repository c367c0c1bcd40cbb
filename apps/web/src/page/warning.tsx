import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';

/** What a reader must not overlook, in the colour of the text, as yellow on yellow is hard to read. */
export function Warning(props: { readonly children: ReactNode }): ReactNode {
  return (
    <Alert color="yellow" variant="light" p="xs" my="xs">
      {props.children}
    </Alert>
  );
}
