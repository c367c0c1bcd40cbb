import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useQuestions } from './use-questions.js';
import { useMessages } from '../../messages/use-messages.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { studiesQuery } from '../studies/calls.js';
import { modelsQuery, pairQuery } from './calls.js';
import { PairAnswers } from './pair-answers.js';
import { PairVerdicts } from './pair-verdicts.js';
import { PairVotes } from './pair-votes.js';
import classes from './pairs.module.css';
import { type PairsSearch, readPairsSearch } from './pairs-search.js';

const route = getRouteApi('/pairs');

/** One pair of models: its votes, and on one question both answers and what judges said. */
export function PairsPage(): ReactNode {
  const { pairs, filter } = useMessages();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const studies = useQuery(studiesQuery).data ?? [];
  const models = useQuery(modelsQuery).data ?? [];
  const questions = useQuestions(search.study);
  const isChosen = search.first !== undefined && search.second !== undefined && search.first !== search.second;
  const query = useQuery({ ...pairQuery(search), enabled: isChosen });
  const nameOf = (id: string): string => models.find((model) => model.id === id)?.name ?? id;
  const choices = models.map(({ id, name }) => ({ value: id, label: name }));
  const select = (
    key: keyof PairsSearch,
    label: string,
    none: string,
    data: readonly { value: string; label: string }[],
  ) => (
    <NativeSelect
      size="xs"
      label={label}
      value={search[key] ?? ''}
      data={[{ value: '', label: none }, ...data]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        // Another study has other questions.
        const { question, ...withoutQuestion } = search;
        const kept: PairsSearch = key === 'study' || question === undefined ? withoutQuestion : search;
        void navigate({ search: readPairsSearch({ ...kept, [key]: value }), replace: true });
      }}
    />
  );
  return (
    <Page title={pairs.title} about={pairs.about} wide>
      <Panel>
        <div className={classes['fields']}>
          {select(
            'study',
            filter.study,
            filter.allStudies,
            studies.map(({ id, title }) => ({ value: id, label: title })),
          )}
          {select('first', pairs.first, pairs.choose, choices)}
          {select('second', pairs.second, pairs.choose, choices)}
          {questions.length > 0 &&
            select(
              'question',
              pairs.question,
              pairs.anyQuestion,
              questions.map(({ id, turns }) => ({ value: id, label: `${id}: ${(turns[0] ?? '').slice(0, 60)}` })),
            )}
        </div>
      </Panel>
      {!isChosen && <Panel>{pairs.chooseTwo}</Panel>}
      {isChosen && (
        <QueryView query={query}>
          {(pair) => (
            <>
              {pair.question !== null && <PairAnswers pair={pair} nameOf={nameOf} />}
              <PairVotes pair={pair} nameOf={nameOf} />
              {pair.verdicts.length > 0 && <PairVerdicts pair={pair} nameOf={nameOf} />}
            </>
          )}
        </QueryView>
      )}
    </Page>
  );
}
