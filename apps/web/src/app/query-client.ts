import { QueryClient } from '@tanstack/react-query';
import { RequestError } from '../server/request-error.js';

/** A refusal stays a refusal: only requests without an answer, and a server in trouble, are tried again. */
function isRetryable(failures: number, error: unknown): boolean {
  return failures < 2 && error instanceof RequestError && (error.status === 0 || error.status === 503);
}

/** What the server sent is fresh for half a minute; nothing that changes something is ever sent twice by itself. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: isRetryable, staleTime: 30_000, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  });
}
