import { Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { formatCount, formatNumber } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import { Warning } from '../../page/warning.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import type { Plan } from './calls.js';
import classes from './studies.module.css';

type Item = Plan['list'][number];

/** So many items of a plan are shown; a saved file has all that the server gave. */
const SHOWN_ITEMS = 200;

/** Training items are for everyone, which a plan says with a number that is never reached. */
const wantedOf =
  (everyone: string) =>
  ({ kind, wanted }: Item): ReactNode =>
    kind === 'training' ? everyone : wanted;

/** A plan: how many votes it wants, how balanced it is, what it can tell, its items. */
export function PlanView(props: { readonly plan: Plan }): ReactNode {
  const { language, messages } = useLanguage();
  const { planner } = messages;
  const { plan } = props;
  const columns = useMemo((): readonly Column<Item>[] => {
    const { itemColumns: headers } = planner;
    return [
      { key: 'number', header: headers.number, isNumber: true, value: (item) => item.number },
      { key: 'kind', header: headers.kind, value: (item) => planner.kinds[item.kind] },
      { key: 'question', header: headers.question, value: (item) => item.questionId },
      { key: 'first', header: headers.first, value: (item) => item.firstVersionId || '–' },
      { key: 'second', header: headers.second, value: (item) => item.secondVersionId || '–' },
      {
        key: 'wanted',
        header: headers.wanted,
        isNumber: true,
        value: (item) => item.wanted,
        show: wantedOf(planner.everyone),
      },
      { key: 'votes', header: headers.votes, isNumber: true, value: (item) => item.votes },
      { key: 'outstanding', header: headers.outstanding, isNumber: true, value: (item) => item.outstanding },
    ];
  }, [planner]);
  const warnings: Readonly<Record<string, string>> = planner.warnings;
  const shown = plan.list.slice(0, SHOWN_ITEMS);
  return (
    <>
      <Panel
        title={planner.plan}
        note={planner.planFacts(formatCount(plan.items, language), formatCount(plan.votes, language))}
      >
        {plan.warnings.map((warning) => (
          <Warning key={warning}>{warnings[warning] ?? warning}</Warning>
        ))}
        <div className={classes['columns']}>
          <div>
            <Text fw={600} size="sm" mb={4}>
              {planner.balance}
            </Text>
            <dl className={classes['facts']}>
              {(['pairs', 'models', 'questions'] as const).map((key) => (
                <div key={key}>
                  <dt>{planner.balanceRow[key]}</dt>
                  <dd>{planner.range(plan.balance[key].min, plan.balance[key].max)}</dd>
                </div>
              ))}
            </dl>
          </div>
          <div>
            <Text fw={600} size="sm" mb={4}>
              {planner.power}
            </Text>
            <Text size="xs" c="dimmed">
              {planner.powerNote}
            </Text>
            <DataTable
              caption={planner.power}
              rows={plan.power}
              rowKey={({ votes, inflation }) => `${votes} ${inflation}`}
              columns={[
                {
                  key: 'votes',
                  header: planner.powerColumns.votes,
                  isNumber: true,
                  value: (row) => row.votes,
                  show: (row) => formatCount(row.votes, language),
                },
                {
                  key: 'inflation',
                  header: planner.powerColumns.inflation,
                  isNumber: true,
                  value: (row) => row.inflation,
                  show: (row) => `× ${formatNumber(row.inflation, 2)}`,
                },
                {
                  key: 'half_width',
                  header: planner.powerColumns.halfWidth,
                  isNumber: true,
                  value: (row) => row.halfWidth,
                  show: (row) => formatNumber(row.halfWidth, 1),
                },
              ]}
            />
          </div>
        </div>
      </Panel>
      {shown.length > 0 && (
        <Panel title={planner.manyItems(shown.length)}>
          <DataTable
            caption={planner.plan}
            columns={columns}
            rows={shown}
            rowKey={(item) => String(item.number)}
            fileName="understudy-plan"
          />
        </Panel>
      )}
    </>
  );
}
