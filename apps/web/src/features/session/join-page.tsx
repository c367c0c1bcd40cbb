import { Loader } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { Page } from '../../page/page.js';
import { invitationSecret } from './invitation-secret.js';
import { sessionQuery, signIn } from './use-session.js';

/** Accepts an invitation: takes the secret out of the address at once, so that it is in no history and no screenshot, and shows it to the server. */
export function JoinPage(): ReactNode {
  const { session } = useMessages();
  const client = useQueryClient();
  const navigate = useNavigate();
  // Read once, also where React runs effects twice; null: the address has none.
  const secret = useRef<string | null | undefined>(undefined);
  const join = useMutation({
    mutationFn: signIn,
    onSuccess: async (answer) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, answer);
      await navigate({ to: '/', replace: true });
    },
  });
  const { mutate } = join;
  useEffect(() => {
    if (secret.current !== undefined) return;
    secret.current = invitationSecret(window.location.hash);
    window.history.replaceState(window.history.state, '', '/join');
    if (secret.current !== null) mutate(secret.current);
  }, [mutate]);
  return (
    <Page title={join.error === null ? session.joining : session.joinFailed}>
      {join.error !== null && <ErrorNotice error={join.error} />}
      {join.isPending ? <Loader size="sm" aria-hidden /> : <p>{join.error === null && session.joinMissing}</p>}
    </Page>
  );
}
