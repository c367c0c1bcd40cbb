import { type ReactNode, useMemo } from 'react';
import { formatCost, formatCount, formatInterval, formatNumber } from '../../format/format-number.js';
import type { Messages } from '../../messages/messages.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Panel } from '../../page/panel.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { WithInterval } from '../../table/with-interval.js';
import { samplesAddress } from '../leaderboard/addresses.js';
import classes from './advise.module.css';
import type { Advice, Shortlisted } from './calls.js';
import { formatGibibytes } from './format-gibibytes.js';
import { ModelLink } from './model-link.js';

interface Score {
  readonly estimate: number;
  readonly interval: { readonly lower: number; readonly upper: number };
}

const share = (value: number): string => formatNumber(value, 3);

function ScoreText(props: { readonly score: Score | undefined }): ReactNode {
  const { score } = props;
  if (score === undefined) return '–';
  return <WithInterval value={share(score.estimate)} interval={formatInterval(score.interval, share)} />;
}

function savedScore(key: string, score: Score | undefined): Readonly<Record<string, number | null>> {
  return { [`${key}_lower`]: score?.interval.lower ?? null, [`${key}_upper`]: score?.interval.upper ?? null };
}

/** The shortlist: scores with their samples, and what each model takes to run. */
export function ShortlistPanel(props: { readonly advice: Advice }): ReactNode {
  const { language, messages } = useLanguage();
  const { advice } = props;
  const { advise } = messages;
  const columns = useMemo(() => columnsOf(advice, messages, language), [advice, messages, language]);
  return (
    <Panel title={advise.shortlist} note={advise.shortlistNote}>
      <DataTable
        caption={advise.shortlist}
        columns={columns}
        rows={advice.shortlist}
        rowKey={({ id }) => id}
        fileName="understudy-shortlist"
      />
    </Panel>
  );
}

function columnsOf(
  { areas, needs, shortlist }: Advice,
  { advise, areas: names }: Messages,
  language: string,
): readonly Column<Shortlisted>[] {
  const { columns: headers, hosted } = advise;
  const tasks = new Map(
    areas.flatMap(({ benchmarks }) => benchmarks.map(({ column, task }) => [column, task] as const)),
  );
  const hasSpeed = needs.bandwidth !== undefined;
  const hasCost = shortlist.some(({ cost }) => cost !== null);
  return [
    {
      key: 'rank',
      header: headers.rank,
      isNumber: true,
      value: ({ rank }) => rank,
      show: ({ rank }) => rank ?? '–',
    },
    { key: 'model', header: headers.model, value: ({ name }) => name, show: (model) => <ModelLink model={model} /> },
    {
      key: 'score',
      header: headers.score,
      isNumber: true,
      value: ({ score }) => score.estimate,
      show: ({ score }) => <ScoreText score={score} />,
      saved: ({ score }) => savedScore('score', score),
    },
    ...areas
      .filter(({ benchmarks }) => benchmarks.length > 0)
      .map(({ area }): Column<Shortlisted> => {
        const scoreOf = (model: Shortlisted) => model.areas.find((score) => score.area === area);
        return {
          key: area,
          header: names[area],
          isNumber: true,
          value: (model) => scoreOf(model)?.estimate ?? null,
          show: (model) => <ScoreText score={scoreOf(model)} />,
          saved: (model) => savedScore(area, scoreOf(model)),
        };
      }),
    {
      key: 'memory',
      header: headers.memory,
      isNumber: true,
      value: ({ footprint }) => footprint?.bytes ?? null,
      show: ({ footprint, cost }) =>
        footprint === null ? (cost === null ? '–' : hosted) : formatGibibytes(footprint.bytes),
    },
    {
      key: 'format',
      header: headers.format,
      value: ({ footprint }) => footprint?.quantization ?? null,
      show: ({ footprint }) => footprint?.quantization ?? '–',
    },
    ...(hasSpeed
      ? [
          {
            key: 'speed',
            header: headers.speed,
            isNumber: true,
            value: ({ footprint }: Shortlisted) => footprint?.tokensPerSecond ?? null,
            show: ({ footprint }: Shortlisted) => footprint?.tokensPerSecond?.toPrecision(2) ?? '–',
          },
        ]
      : []),
    ...(hasCost
      ? [
          {
            key: 'cost',
            header: headers.cost,
            isNumber: true,
            value: ({ cost }: Shortlisted) => cost,
            show: ({ cost }: Shortlisted) => formatCost(cost),
          },
        ]
      : []),
    {
      key: 'samples',
      header: headers.evidence,
      value: ({ areas: scores }) => scores.flatMap(({ parts }) => parts.map(({ cell }) => cell.runId)).join(' '),
      show: ({ areas: scores }) => (
        <div className={classes['links']}>
          {[
            ...new Map(scores.flatMap(({ parts }) => parts.map(({ cell }) => [cell.column, cell] as const))).values(),
          ].map(({ column, runId, count }) => {
            const task = tasks.get(column) ?? column;
            return (
              <Link key={column} to={samplesAddress(runId, task)}>
                {advise.samplesOf(task, formatCount(count, language))}
              </Link>
            );
          })}
        </div>
      ),
    },
  ];
}
