import { Button, PasswordInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { useSignIn } from './use-sign-in.js';

/** Asks for a key. */
export function SignInPage(): ReactNode {
  const { session } = useMessages();
  const [key, setKey] = useState('');
  const mutation = useSignIn();
  return (
    <Page title={session.signIn} about={session.signInText}>
      <Panel>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            mutation.mutate(key.trim());
          }}
        >
          <PasswordInput
            label={session.key}
            name="key"
            autoComplete="current-password"
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
            required
            maw="28rem"
            mb="md"
          />
          {mutation.error !== null && <ErrorNotice error={mutation.error} />}
          <Button type="submit" loading={mutation.isPending}>
            {session.signIn}
          </Button>
        </form>
      </Panel>
    </Page>
  );
}
