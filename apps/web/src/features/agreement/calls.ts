import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { defined } from '../filter/results-filter.js';
import { answerOf, api, type AnswerOf } from '../../server/client.js';
import type { AgreementSearch } from './agreement-search.js';

export type Agreement = AnswerOf<typeof api.agreement.$get>;

export const agreementQuery = (search: AgreementSearch) =>
  queryOptions({
    queryKey: ['agreement', search],
    queryFn: () => {
      const { study, aspect, language, judge, between } = search;
      return answerOf(api.agreement.$get({ query: defined({ study, aspect, language, judge, between }) }));
    },
    placeholderData: keepPreviousData,
  });
