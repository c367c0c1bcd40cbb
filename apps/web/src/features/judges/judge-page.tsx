import { Code, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { formatCost, formatCount } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { LinkButton } from '../../page/link-button.js';
import { Link } from '../../page/link.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { type Measured, savedMeasure, ShareMeasure } from '../../table/measure.js';
import { judgeQuery } from './calls.js';

const route = getRouteApi('/judges/$judgeId');

const MEASURES = ['firstPosition', 'inconsistency', 'longerPreferred', 'humanAgreement'] as const;
const STATES = ['ok', 'unparsed', 'refused', 'error'] as const;

interface MeasureRow {
  readonly key: (typeof MEASURES)[number];
  readonly measure: Measured | null;
}

/** What one judge's verdicts are worth: bias, states, agreement with people, cost. */
export function JudgePage(): ReactNode {
  const { language, messages } = useLanguage();
  const { judges } = messages;
  const { judgeId } = route.useParams();
  const query = useQuery(judgeQuery(judgeId));
  const columns = useMemo(
    (): readonly Column<MeasureRow>[] => [
      { key: 'measure', header: judges.measure, value: ({ key }) => judges.measures[key] },
      {
        key: 'value',
        header: judges.value,
        isNumber: true,
        value: ({ measure }) => measure?.value ?? null,
        show: ({ measure }) => (measure === null ? judges.notKnown : <ShareMeasure measure={measure} decimals={1} />),
        saved: ({ measure }) => (measure === null ? {} : savedMeasure('value', measure)),
      },
      { key: 'n', header: judges.count, isNumber: true, value: ({ measure }) => measure?.count ?? null },
      { key: 'ideal', header: '', value: ({ key }) => judges.ideal[key] },
    ],
    [judges],
  );
  const states = useMemo(
    (): readonly Column<{ readonly state: (typeof STATES)[number]; readonly count: number }>[] => [
      { key: 'state', header: judges.state, value: ({ state }) => judges.states[state] },
      {
        key: 'count',
        header: judges.count,
        isNumber: true,
        value: ({ count }) => count,
        show: ({ count }) => formatCount(count, language),
      },
    ],
    [judges, language],
  );
  return (
    <Page
      title={query.data?.judge.spec ?? judges.title}
      actions={
        <LinkButton to="/ratings" search={{ judge: judgeId }} variant="default">
          {judges.ranking}
        </LinkButton>
      }
      about={<Link to="/judges">{judges.back}</Link>}
    >
      <QueryView query={query}>
        {(panel) => (
          <>
            <Panel
              title={judges.panel}
              note={[
                judges.modes[panel.judge.mode],
                judges.judgements(formatCount(panel.judgements, language)),
                panel.costPer1000 === null ? judges.costUnknown : judges.cost(formatCost(panel.costPer1000)),
              ].join(' · ')}
            >
              <DataTable
                caption={judges.panel}
                columns={columns}
                rows={MEASURES.map((key) => ({ key, measure: panel[key] }))}
                rowKey={({ key }) => key}
                fileName="understudy-judge"
              />
            </Panel>
            <Panel title={judges.statesTitle} note={judges.statesNote}>
              <DataTable
                caption={judges.statesTitle}
                columns={states}
                rows={STATES.map((state) => ({ state, count: panel.states[state] }))}
                rowKey={({ state }) => state}
              />
            </Panel>
            <Panel>
              <Text size="sm">
                {judges.identity}: <Code>{panel.judge.identity}</Code>
              </Text>
              <Text size="sm">
                {judges.decoding}: <Code>{panel.judge.decoding}</Code>
              </Text>
              <Text size="sm">
                {judges.promptHash}: <Code>{panel.judge.promptHash}</Code>
              </Text>
            </Panel>
          </>
        )}
      </QueryView>
    </Page>
  );
}
