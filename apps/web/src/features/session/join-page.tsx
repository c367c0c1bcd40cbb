import { Loader } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { Page } from '../../page/page.js';
import { invitationSecret } from './invitation-secret.js';
import { useSignIn } from './use-sign-in.js';

/** Accepts an invitation: takes the secret out of the address at once, so that it is in no history and no screenshot, and shows it to the server. */
export function JoinPage(): ReactNode {
  const { session } = useMessages();
  // Read once, before the address is cleared; null: it has none.
  const [secret] = useState(() => invitationSecret(window.location.hash));
  const isMissing = secret === null;
  const isSent = useRef(false);
  const join = useSignIn();
  const { mutate } = join;
  useEffect(() => {
    // Once, also where React runs effects twice.
    if (isSent.current) return;
    isSent.current = true;
    window.history.replaceState(window.history.state, '', '/join');
    if (secret !== null) mutate(secret);
  }, [mutate, secret]);
  return (
    <Page title={isMissing || join.error !== null ? session.joinFailed : session.joining}>
      {join.error !== null && <ErrorNotice error={join.error} />}
      {isMissing ? <p>{session.joinMissing}</p> : join.error === null && <Loader size="sm" aria-hidden />}
    </Page>
  );
}
