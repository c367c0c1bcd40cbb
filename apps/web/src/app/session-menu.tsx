import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { signOut, useSession } from '../features/session/use-session.js';
import { useMessages } from '../messages/use-messages.js';
import { Link } from '../page/link.js';
import { isStaticSite } from '../server/static-site.js';

/** Who one is, and how to stop being it. At the machine itself there is nothing to sign out of. */
export function SessionMenu(): ReactNode {
  const { app, session: messages } = useMessages();
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      client.clear();
      await navigate({ to: '/sign-in' });
    },
  });
  if (session === undefined || isStaticSite) return null;
  if (session.role === null) return <Link to="/sign-in">{messages.signIn}</Link>;
  // At the machine itself nobody signs in; but there too somebody may have come by an invitation.
  const isLocal = session.local && session.role === 'admin';
  return (
    <div>
      <Text size="xs" c="dimmed">
        {[isLocal ? null : session.annotator?.pseudonym, messages.roles[session.role], isLocal ? app.localPerson : null]
          .filter((part) => typeof part === 'string')
          .join(' · ')}
      </Text>
      {!isLocal && (
        <Button variant="subtle" size="compact-xs" px={0} onClick={() => leave.mutate()} loading={leave.isPending}>
          {messages.signOut}
        </Button>
      )}
    </div>
  );
}
