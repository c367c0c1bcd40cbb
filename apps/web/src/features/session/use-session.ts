import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api, type AnswerOf } from '../../server/client.js';
import { keepCsrfToken } from '../../server/send.js';

/** Who the browser is to the server. */
export type Session = AnswerOf<typeof api.session.$get>;

/** Asks the server who one is, and keeps the token for the requests that change something. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => kept(await answerOf(api.session.$get())),
  staleTime: 5 * 60_000,
});

/** Shows a key, or the secret of an invitation; the server answers with a cookie that no script can read. */
export async function signIn(key: string): Promise<Session> {
  return kept(await answerOf(api.session.$post({ json: { key } })));
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  await api.session.$delete();
  keepCsrfToken(null);
}

function kept(session: Session): Session {
  keepCsrfToken(session.csrf);
  return session;
}

/** The session, undefined until the server has answered. */
export function useSession(): Session | undefined {
  return useQuery(sessionQuery).data;
}
