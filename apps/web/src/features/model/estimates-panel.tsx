import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { formatCount, formatNumber } from '../../format/format-number.js';
import { formatBytes } from '../../format/format-size.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import type { Estimate, Estimates } from './calls.js';
import classes from './model.module.css';
import { readModelSearch } from './model-search.js';

const route = getRouteApi('/models/$modelId');

/** Speeds below ten have a decimal: between 0.4 and 1 token a second there is a difference. */
const formatSpeed = (speed: number | null): string => formatNumber(speed, speed !== null && speed < 10 ? 1 : 0);

/** What running a model takes in each format, at a context that the reader chooses. */
export function EstimatesPanel(props: { readonly estimates: Estimates; readonly fileName: string }): ReactNode {
  const { language, messages } = useLanguage();
  const { model } = messages;
  const { contexts, kvTypes, machine, estimates } = props.estimates;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const context = contexts.find((each) => each === search.context) ?? contexts.at(-1);
  const kv = kvTypes.find((each) => each === search.kv) ?? kvTypes[0];
  const change = (part: Readonly<Record<string, unknown>>): void =>
    void navigate({ search: readModelSearch({ ...search, ...part }), replace: true, resetScroll: false });
  const columns = useMemo((): readonly Column<Estimate>[] => {
    const { estimateColumns: headers } = model;
    const bytes = (key: 'weightsBytes' | 'kvCacheBytes' | 'bytes', name: string): Column<Estimate> => ({
      key: name,
      header: headers[key],
      isNumber: true,
      value: (estimate) => estimate[key],
      show: (estimate) => formatBytes(estimate[key]),
    });
    return [
      {
        key: 'quantization',
        header: headers.quantization,
        value: ({ quantization }) => quantization,
        saved: ({ contextLength, kvType }) => ({ context_length: contextLength, kv_type: kvType }),
      },
      bytes('weightsBytes', 'weights_bytes'),
      bytes('kvCacheBytes', 'kv_cache_bytes'),
      bytes('bytes', 'bytes'),
      {
        key: 'decoding_tokens_per_second',
        header: headers.decoding,
        hint: model.decodingHint,
        isNumber: true,
        value: ({ decodingTokensPerSecond }) => decodingTokensPerSecond,
        show: ({ decodingTokensPerSecond }) => formatSpeed(decodingTokensPerSecond),
      },
      {
        key: 'prefill_tokens_per_second',
        header: headers.prefill,
        hint: model.prefillHint,
        isNumber: true,
        value: ({ prefillTokensPerSecond }) => prefillTokensPerSecond,
        show: ({ prefillTokensPerSecond }) => formatSpeed(prefillTokensPerSecond),
      },
    ];
  }, [model]);
  const rows = estimates.filter(({ contextLength, kvType }) => contextLength === context && kvType === kv);
  const isMean = rows.some(({ isFromShapes }) => !isFromShapes);
  return (
    <Panel
      title={model.estimates}
      note={`${model.estimatesNote(formatNumber(machine.bandwidth, 1), formatNumber(machine.compute))}${isMean ? ` ${model.meanWeights}` : ''}`}
    >
      <div className={classes['choices']}>
        <NativeSelect
          size="xs"
          label={model.labels.contextLength}
          value={String(context)}
          data={contexts.map((value) => ({ value: String(value), label: model.tokens(formatCount(value, language)) }))}
          onChange={(event) => change({ context: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          size="xs"
          label={model.kvType}
          value={kv ?? ''}
          data={[...kvTypes]}
          onChange={(event) => change({ kv: event.currentTarget.value })}
        />
      </div>
      <DataTable
        caption={model.estimates}
        columns={columns}
        rows={rows}
        rowKey={({ quantization }) => quantization}
        fileName={props.fileName}
      />
    </Panel>
  );
}
