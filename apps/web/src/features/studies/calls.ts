import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type AnswerOf } from '../../server/client.js';

/** A study as a list shows it. */
export type StudySummary = AnswerOf<typeof api.studies.$get>['studies'][number];
export type Study = AnswerOf<(typeof api.studies)[':id']['$get']>;
export type Plan = AnswerOf<typeof api.studies.plan.$post>;
export type QuestionSet = AnswerOf<(typeof api)['question-sets']['$get']>['questionSets'][number];
export type NewStudy = Parameters<typeof api.studies.$post>[0]['json'];
export type Invitation = AnswerOf<typeof api.annotators.$post>;

const studyCalls = api.studies[':id'];

export const studiesQuery = queryOptions({
  queryKey: ['studies'],
  queryFn: async () => (await answerOf(api.studies.$get())).studies,
});

export const studyQuery = (id: string) =>
  queryOptions({ queryKey: ['studies', id], queryFn: () => answerOf(studyCalls.$get({ param: { id } })) });

export const planQuery = (id: string) =>
  queryOptions({ queryKey: ['studies', id, 'plan'], queryFn: () => answerOf(studyCalls.plan.$get({ param: { id } })) });

export const questionSetsQuery = queryOptions({
  queryKey: ['question-sets'],
  queryFn: async () => (await answerOf(api['question-sets'].$get())).questionSets,
});

/** What a study would be, without storing it. */
export const previewPlan = (study: NewStudy): Promise<Plan> => answerOf(api.studies.plan.$post({ json: study }));

/** Makes a study, as a draft. */
export const createStudy = (study: NewStudy): Promise<Study> => answerOf(api.studies.$post({ json: study }));

type OpenRequest = Parameters<typeof studyCalls.open.$post>[0];

/** Plans the study for good, with items whose outcome is known (JSON; empty: none), and lets annotators in. */
export function openStudy(id: string, known: string): Promise<Study> {
  // What the person wrote; the server checks it against its schema.
  const json = (known.trim() === '' ? {} : JSON.parse(known)) as OpenRequest['json'];
  return answerOf(studyCalls.open.$post({ param: { id }, json }));
}

/** Ends the voting. */
export const closeStudy = (id: string): Promise<Study> => answerOf(studyCalls.close.$post({ param: { id } }));

/** Makes an annotator with an invitation, whose address is given this once. */
export function inviteAnnotator(invitation: {
  readonly pseudonym: string;
  readonly kind: 'crowd' | 'expert' | 'author';
  readonly expiresInDays: number;
}): Promise<Invitation> {
  return answerOf(api.annotators.$post({ json: invitation }));
}
