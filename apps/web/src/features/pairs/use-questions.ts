import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSession } from '../session/use-session.js';
import { studyQuery } from '../studies/calls.js';
import { answerOf, api, type AnswerOf } from '../../server/client.js';

/** A question as the server gives it to those who may see it. */
export type Question = AnswerOf<(typeof api)['question-sets'][':id']['$get']>['questions'][number];

const questionSetQuery = (setId: string) =>
  queryOptions({
    queryKey: ['question-sets', setId],
    queryFn: () => answerOf(api['question-sets'][':id'].$get({ param: { id: setId } })),
    staleTime: 10 * 60_000,
  });

const NONE: readonly Question[] = [];

/** The questions of a study, for those who may see them; none for others, and until they have come. */
export function useQuestions(studyId: string | undefined): readonly Question[] {
  const role = useSession()?.role;
  const study = useQuery({ ...studyQuery(studyId ?? ''), enabled: studyId !== undefined });
  const setId = study.data?.questionSetId ?? null;
  const mayAsk = role === 'admin' || role === 'viewer';
  const set = useQuery({ ...questionSetQuery(setId ?? ''), enabled: setId !== null && mayAsk });
  return set.data?.questions ?? NONE;
}
