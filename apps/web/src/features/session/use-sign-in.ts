import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type Session, sessionQuery, signIn } from './use-session.js';

/** Shows a key or the secret of an invitation to the server, forgets what was seen before as somebody else, and goes to the studies. */
export function useSignIn(): UseMutationResult<Session, Error, string> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (key: string) => {
      // The first answer on who one is brings a cookie and a token too: on its way still, it would take the place of the new ones.
      await client.prefetchQuery(sessionQuery);
      return await signIn(key);
    },
    onSuccess: async (session) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
      await navigate({ to: '/', replace: true });
    },
  });
}
