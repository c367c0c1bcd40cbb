import { Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { formatCost, formatCount, formatInterval, formatNumber, formatRanks } from '../../format/format-number.js';
import type { Messages } from '../../messages/messages.js';
import { useLanguage } from '../../messages/use-messages.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { savedMeasure, ShareMeasure } from '../../table/measure.js';
import { WithInterval } from '../../table/with-interval.js';
import classes from './ratings-table.module.css';
import type { RatedModel, Ratings } from './calls.js';

const bounds = (model: RatedModel): { readonly lower: number; readonly upper: number } | null =>
  model.lower === null || model.upper === null ? null : { lower: model.lower, upper: model.upper };

function columnsOf(
  texts: Messages['arenaRatings'],
  language: string,
  shown: { readonly isControlled: boolean; readonly isPriced: boolean },
): readonly Column<RatedModel>[] {
  const { columns, hints, licence } = texts;
  const controlled: Column<RatedModel> = {
    key: 'controlled',
    header: columns.controlled,
    hint: hints.controlled,
    isNumber: true,
    value: (model) => model.controlled?.rating ?? null,
    show: ({ controlled: rated }) =>
      rated === null ? '–' : <WithInterval value={formatNumber(rated.rating)} interval={formatInterval(rated)} />,
    saved: ({ controlled: rated }) => ({ controlled_lower: rated?.lower, controlled_upper: rated?.upper }),
  };
  const cost: Column<RatedModel> = {
    key: 'cost_per_1000',
    header: columns.cost,
    hint: hints.cost,
    isNumber: true,
    value: (model) => model.costPer1000,
    show: (model) => formatCost(model.costPer1000),
  };
  return [
    {
      key: 'rank_lower',
      header: columns.rank,
      hint: hints.rank,
      value: (model) => model.rankLower,
      show: (model) => <span className={classes['rank']}>{formatRanks(model.rankLower, model.rankUpper)}</span>,
      saved: (model) => ({ rank_upper: model.rankUpper }),
    },
    {
      key: 'model',
      header: columns.model,
      value: (model) => model.name,
      show: (model) => (
        <div className={classes['model']}>
          <strong>{model.name}</strong>
          <Text size="xs" c="dimmed" className={classes['detail']}>
            {[
              model.organisation,
              model.licence,
              model.openWeights === null ? null : model.openWeights ? licence.open : licence.closed,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </Text>
        </div>
      ),
      saved: (model) => ({ id: model.model, organisation: model.organisation, licence: model.licence }),
    },
    {
      key: 'rating',
      header: columns.rating,
      hint: hints.rating,
      isNumber: true,
      value: (model) => model.rating,
      show: (model) => <WithInterval value={formatNumber(model.rating)} interval={formatInterval(bounds(model))} />,
      saved: (model) => ({ lower: model.lower, upper: model.upper, standard_error: model.standardError }),
    },
    ...(shown.isControlled ? [controlled] : []),
    {
      key: 'elo',
      header: columns.elo,
      hint: hints.elo,
      isNumber: true,
      value: (model) => model.elo?.rating ?? null,
      show: ({ elo }) => (elo === null ? '–' : `${formatNumber(elo.rating)} ± ${formatNumber(elo.orderDeviation)}`),
      saved: ({ elo }) => ({ elo_order_deviation: elo?.orderDeviation }),
    },
    {
      key: 'votes',
      header: columns.votes,
      isNumber: true,
      value: (model) => model.votes,
      show: (model) => formatCount(model.votes, language),
    },
    {
      key: 'wins',
      header: columns.results,
      hint: hints.results,
      isNumber: true,
      value: (model) => model.wins,
      show: (model) => `${model.wins} / ${model.losses} / ${model.ties}`,
      saved: (model) => ({ losses: model.losses, ties: model.ties, both_bad: model.bothBad }),
    },
    {
      key: 'unacceptable',
      header: columns.unacceptable,
      hint: hints.unacceptable,
      isNumber: true,
      value: (model) => model.unacceptable.value,
      show: (model) => <ShareMeasure measure={model.unacceptable} decimals={1} />,
      saved: (model) => savedMeasure('unacceptable', model.unacceptable),
    },
    ...(shown.isPriced ? [cost] : []),
  ];
}

/** The arenaRatings. */
export function RatingsTable(props: { readonly ratings: Ratings }): ReactNode {
  const { language, messages } = useLanguage();
  const { models } = props.ratings;
  const isControlled = models.some((model) => model.controlled !== null);
  const isPriced = models.some((model) => model.costPer1000 !== null);
  const columns = useMemo(
    () => columnsOf(messages.arenaRatings, language, { isControlled, isPriced }),
    [messages, language, isControlled, isPriced],
  );
  return (
    <DataTable
      caption={messages.arenaRatings.ratings}
      columns={columns}
      rows={models}
      rowKey={(model) => model.model}
      fileName="understudy-ratings"
    />
  );
}
