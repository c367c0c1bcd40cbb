import { Alert, NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { aspectName } from '../filter/aspect-name.js';
import { FilterBar } from '../filter/filter-bar.js';
import { formatNumber, formatPercent } from '../../format/format-number.js';
import { useMessages } from '../../messages/use-messages.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { type NonInferiority, nonInferiorityQuery, ratingsQuery } from './calls.js';
import classes from './planning.module.css';

const route = getRouteApi('/stand-in');

type Verdict = NonInferiority['overall'];

/** Whether one model can stand in for another, over all and by aspect. */
export function StandInPage(): ReactNode {
  const messages = useMessages();
  const { standIn } = messages;
  const { candidate = '', reference = '', margin = 0.05, confidence = 0.95, ...filter } = route.useSearch();
  const claim = { candidate, reference, margin, confidence };
  const navigate = route.useNavigate();
  const models = useQuery(ratingsQuery(filter)).data?.models ?? [];
  const isChosen = candidate !== '' && reference !== '' && candidate !== reference;
  const query = useQuery({ ...nonInferiorityQuery(filter, claim), enabled: isChosen });
  const nameOf = (id: string): string => models.find((model) => model.model === id)?.name ?? id;
  const choices = [
    { value: '', label: standIn.choose },
    ...models.map(({ model, name }) => ({ value: model, label: name })),
  ];
  const columns = useMemo((): readonly Column<Verdict>[] => {
    const { columns: headers } = standIn;
    const said = (verdict: Verdict): string =>
      verdict.nonInferior === null ? standIn.unknown : verdict.nonInferior ? standIn.yes : standIn.no;
    return [
      {
        key: 'aspect',
        header: headers.aspect,
        value: ({ aspect }) => (aspect === null ? standIn.overall : aspectName(messages, aspect)),
      },
      {
        key: 'share',
        header: headers.share,
        isNumber: true,
        value: ({ share }) => share,
        show: ({ share }) => formatPercent(share, 1),
      },
      {
        key: 'lower',
        header: headers.lower,
        isNumber: true,
        value: ({ lower }) => lower,
        show: ({ lower }) => formatPercent(lower, 1),
      },
      {
        key: 'upper',
        header: headers.upper,
        isNumber: true,
        value: ({ upper }) => upper,
        show: ({ upper }) => formatPercent(upper, 1),
      },
      { key: 'votes', header: headers.votes, isNumber: true, value: ({ votes }) => votes },
      { key: 'questions', header: headers.questions, isNumber: true, value: ({ questions }) => questions },
      {
        key: 'votes_needed',
        header: headers.needed,
        isNumber: true,
        value: ({ votesNeeded }) => votesNeeded,
        show: ({ votesNeeded }) => formatNumber(votesNeeded),
      },
      { key: 'verdict', header: headers.verdict, value: said },
    ];
  }, [standIn, messages]);
  const set = (part: Readonly<Record<string, string | number>>): void =>
    void navigate({ search: (search) => ({ ...search, ...part }), replace: true });
  return (
    <Page title={standIn.title} about={standIn.about}>
      <FilterBar
        filter={filter}
        switches={['ties']}
        onChange={(changed) => void navigate({ search: { ...changed, ...claim }, replace: true })}
      />
      <Panel>
        <div className={classes['fields']}>
          <NativeSelect
            label={standIn.candidate}
            value={candidate}
            data={choices}
            onChange={(event) => set({ candidate: event.currentTarget.value })}
          />
          <NativeSelect
            label={standIn.reference}
            value={reference}
            data={choices}
            onChange={(event) => set({ reference: event.currentTarget.value })}
          />
          <NumberInput
            label={standIn.margin}
            value={margin}
            min={0.005}
            max={0.5}
            step={0.01}
            decimalScale={3}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 0.005) set({ margin: value });
            }}
          />
          <NumberInput
            label={standIn.confidence}
            value={confidence}
            min={0.5}
            max={0.999}
            step={0.01}
            decimalScale={3}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 0.5) set({ confidence: value });
            }}
          />
        </div>
      </Panel>
      {isChosen ? (
        <QueryView query={query}>
          {({ overall, aspects }) => (
            <Panel>
              <Alert
                role="status"
                mb="md"
                color={overall.nonInferior === true ? 'teal' : 'gray'}
                title={
                  overall.nonInferior === null
                    ? standIn.verdicts.unknown
                    : standIn.verdicts[overall.nonInferior ? 'yes' : 'no'](
                        nameOf(candidate),
                        nameOf(reference),
                        formatNumber(margin, 3),
                      )
                }
              />
              <DataTable
                caption={standIn.title}
                columns={columns}
                rows={[overall, ...aspects]}
                rowKey={({ aspect }) => aspect ?? ''}
                fileName="understudy-stand-in"
              />
            </Panel>
          )}
        </QueryView>
      ) : (
        <Panel>{candidate !== '' && candidate === reference ? standIn.same : standIn.none}</Panel>
      )}
    </Page>
  );
}
