import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type AnswerOf } from '../../server/client.js';

export type AnnotatorRow = AnswerOf<typeof api.annotators.$get>['annotators'][number];
export type AnnotatorAudit = AnswerOf<(typeof api.annotators)[':id']['audit']['$get']>;
export type Key = AnswerOf<typeof api.keys.$get>['keys'][number];
export type NewKey = AnswerOf<typeof api.keys.$post>;
export type AuditEntry = AnswerOf<typeof api.audit.$get>['entries'][number];

export const annotatorsQuery = queryOptions({
  queryKey: ['annotators'],
  queryFn: async () => (await answerOf(api.annotators.$get())).annotators,
});

export const annotatorAuditQuery = (id: string) =>
  queryOptions({
    queryKey: ['annotators', id],
    queryFn: () => answerOf(api.annotators[':id'].audit.$get({ param: { id } })),
  });

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: async () => (await answerOf(api.keys.$get())).keys,
});

/** Makes a key; its secret is given this once. */
export function createKey(key: {
  readonly role: 'viewer' | 'admin';
  readonly label: string;
  readonly expiresInDays: number | null;
}): Promise<NewKey> {
  return answerOf(api.keys.$post({ json: key }));
}

/** Revokes a key or an invitation, and ends its sessions. */
export async function revokeKey(id: string): Promise<void> {
  await api.keys[':id'].$delete({ param: { id } });
}

const AUDIT_PAGE = 100;

/** The audit log, the newest first, page by page. */
export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  queryFn: async ({ pageParam }) => {
    const before = pageParam === null ? {} : { before: String(pageParam) };
    return (await answerOf(api.audit.$get({ query: { limit: String(AUDIT_PAGE), ...before } }))).entries;
  },
  initialPageParam: null as number | null,
  getNextPageParam: (last: readonly AuditEntry[]) => (last.length < AUDIT_PAGE ? undefined : last.at(-1)?.seq),
});
