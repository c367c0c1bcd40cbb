import { SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { aspectName } from '../filter/aspect-name.js';
import { FilterBar } from '../filter/filter-bar.js';
import { formatCount } from '../../format/format-number.js';
import type { Messages } from '../../messages/messages.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { CoefficientMeasure, savedMeasure, ShareMeasure } from '../../table/measure.js';
import { personName } from '../people/person-name.js';
import { BETWEEN } from './agreement-search.js';
import classes from './agreement.module.css';
import { type Agreement, agreementQuery } from './calls.js';

const route = getRouteApi('/agreement');

type Row = Agreement['overall'] & { readonly aspect: string | null };
type Rater = Agreement['raters'][number];

const SHARES = ['exact', 'tieDiscounted', 'nonTie'] as const;
const COEFFICIENTS = ['kappa', 'alpha'] as const;

function measureColumns(messages: Messages, language: string): readonly Column<Row>[] {
  const { agreement } = messages;
  const measured = (key: (typeof SHARES | typeof COEFFICIENTS)[number]) => ({
    key,
    header: agreement.measures[key],
    hint: agreement.hints[key],
    isNumber: true,
    value: (row: Row) => row[key].value,
    saved: (row: Row) => savedMeasure(key, row[key]),
  });
  return [
    {
      key: 'aspect',
      header: agreement.columns.aspect,
      value: ({ aspect }) => (aspect === null ? agreement.overall : aspectName(messages, aspect)),
    },
    {
      key: 'comparisons',
      header: agreement.columns.comparisons,
      isNumber: true,
      value: ({ comparisons }) => comparisons,
      show: ({ comparisons }) => formatCount(comparisons, language),
    },
    ...SHARES.map((key) => ({
      ...measured(key),
      show: (row: Row) => <ShareMeasure measure={row[key]} decimals={1} />,
    })),
    ...COEFFICIENTS.map((key) => ({ ...measured(key), show: (row: Row) => <CoefficientMeasure measure={row[key]} /> })),
  ];
}

function raterColumns(messages: Messages): readonly Column<Rater>[] {
  const { columns } = messages.agreement;
  return [
    {
      key: 'rater',
      header: columns.rater,
      value: ({ rater }) => rater,
      show: ({ rater }) => personName(messages, rater),
    },
    { key: 'votes', header: columns.votes, isNumber: true, value: ({ votes }) => votes },
    {
      key: 'tie_rate',
      header: columns.tieRate,
      isNumber: true,
      value: ({ tieRate }) => tieRate,
      show: ({ tieRate, votes }) => (
        <ShareMeasure measure={{ value: tieRate, lower: null, upper: null, count: votes }} />
      ),
    },
    {
      key: 'exact',
      header: columns.exact,
      isNumber: true,
      value: ({ exact }) => exact.value,
      show: ({ exact }) => <ShareMeasure measure={exact} />,
      saved: ({ exact }) => savedMeasure('exact', exact),
    },
  ];
}

/** How well people, judges, and people and judges agree: over all, by aspect, by rater. */
export function AgreementPage(): ReactNode {
  const { language, messages } = useLanguage();
  const { agreement } = messages;
  const search = route.useSearch();
  const { between = 'human,human', ...filter } = search;
  const navigate = route.useNavigate();
  const query = useQuery(agreementQuery(search));
  const columns = useMemo(() => measureColumns(messages, language), [messages, language]);
  const raters = useMemo(() => raterColumns(messages), [messages]);
  return (
    <Page title={agreement.title} about={agreement.about} wide>
      <FilterBar
        filter={filter}
        switches={[]}
        withVoters={between !== 'human,human'}
        onChange={(changed) => void navigate({ search: { ...changed, between }, replace: true })}
      />
      <div className={classes['between']}>
        <SegmentedControl
          size="xs"
          aria-label={agreement.between}
          value={between}
          data={BETWEEN.map((value) => ({ value, label: agreement.pairs[value] }))}
          onChange={(chosen) => void navigate({ search: { ...filter, between: chosen }, replace: true })}
        />
      </div>
      <QueryView query={query}>
        {({ overall, aspects, raters: rows }) => (
          <>
            <Panel title={agreement.pairs[between]}>
              <DataTable
                caption={agreement.pairs[between]}
                columns={columns}
                rows={[{ ...overall, aspect: null }, ...aspects]}
                rowKey={({ aspect }) => aspect ?? ''}
                fileName="understudy-agreement"
              />
              <dl className="definitions">
                {[...SHARES, ...COEFFICIENTS].map((key) => (
                  <div key={key}>
                    <dt>{agreement.measures[key]}</dt>
                    <dd>{agreement.hints[key]}</dd>
                  </div>
                ))}
              </dl>
            </Panel>
            {rows.length > 0 && (
              <Panel title={agreement.raters} note={<Text size="sm">{agreement.ratersNote}</Text>}>
                <DataTable
                  caption={agreement.raters}
                  columns={raters}
                  rows={rows}
                  rowKey={({ rater }) => rater}
                  fileName="understudy-raters"
                />
              </Panel>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}
