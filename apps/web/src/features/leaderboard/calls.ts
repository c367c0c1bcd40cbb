import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type AnswerOf } from '../../server/client.js';

export type Board = AnswerOf<typeof api.leaderboard.$get>;
export type BoardRow = Board['rows'][number];
export type BoardModel = BoardRow['model'];
export type BoardColumn = Board['columns'][number];
export type AreaName = Board['areas'][number]['area'];

/** A measured number, of a task or of an area. */
export type BoardCell = Omit<BoardRow['cells'][number], 'column' | 'runId'> & {
  /** The run behind it; null: several, as of an area. */
  readonly runId: string | null;
};

export const leaderboardQuery = queryOptions({
  queryKey: ['leaderboard'],
  queryFn: () => answerOf(api.leaderboard.$get()),
});
