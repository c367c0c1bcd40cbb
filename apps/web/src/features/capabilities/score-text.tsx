import type { ReactNode } from 'react';
import { formatInterval } from '../../format/format-number.js';
import { Link } from '../../page/link.js';
import { WithInterval } from '../../table/with-interval.js';
import type { CapabilityColumn, CapabilityScore } from './calls.js';
import { formatValue } from './format-value.js';

/** A number with its interval, leading to its run where it is ours. */
export function ScoreValue(props: { readonly score: CapabilityScore; readonly column: CapabilityColumn }): ReactNode {
  const { score, column } = props;
  const format = (value: number): string => formatValue(value, column);
  const { runId, interval } = score;
  if (runId === null) return <WithInterval value={format(score.value)} interval={formatInterval(interval, format)} />;
  return (
    <>
      <Link to="/runs/$runId" params={{ runId }}>
        {format(score.value)}
      </Link>{' '}
      <WithInterval value="" interval={formatInterval(interval, format)} />
    </>
  );
}

/** A model as the source prints it, leading to its page where it has one. */
export function ScoreModel(props: { readonly score: CapabilityScore }): ReactNode {
  const { modelId, label, hasCard } = props.score;
  if (!hasCard) return label;
  return (
    <Link to="/models/$modelId" params={{ modelId }}>
      {label}
    </Link>
  );
}
