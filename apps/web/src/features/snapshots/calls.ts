import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type AnswerOf } from '../../server/client.js';

export type Snapshot = AnswerOf<typeof api.snapshots.$get>['snapshots'][number];
export type SnapshotDiff = AnswerOf<(typeof api.snapshots)[':id']['diff'][':other']['$get']>;

export const snapshotsQuery = queryOptions({
  queryKey: ['snapshots'],
  queryFn: async () => (await answerOf(api.snapshots.$get())).snapshots,
});

export const diffQuery = (before: string, after: string) =>
  queryOptions({
    queryKey: ['snapshots', before, after],
    queryFn: () => answerOf(api.snapshots[':id'].diff[':other'].$get({ param: { id: before, other: after } })),
  });
