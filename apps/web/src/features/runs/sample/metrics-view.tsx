import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import type { Sample } from '../calls.js';
import { formatMetric } from '../format-figure.js';
import { ComparisonView } from './comparison-view.js';
import { reasonText } from './reason-text.js';
import classes from './sample.module.css';

/** Each metric of the sample with the reason for its value. */
export function MetricsView(props: { readonly sample: Sample }): ReactNode {
  const { samples: texts } = useMessages();
  const { metrics, choices } = props.sample.explanation;
  return metrics.map(({ filter, metric, value, reason }) => (
    <div key={`${metric},${filter}`} className={classes['metric']}>
      <div className={classes['metricName']}>
        <strong>{metric}</strong>
        {filter !== 'none' && (
          <Text size="xs" c="dimmed">
            {filter}
          </Text>
        )}
      </div>
      <div>
        {value === 1 || value === 0 ? (
          <Badge color={value === 1 ? 'teal' : 'red'} variant="light" tt="none" miw="max-content">
            {value === 1 ? `✓ 1 · ${texts.right}` : `✗ 0 · ${texts.wrong}`}
          </Badge>
        ) : (
          formatMetric(value)
        )}
      </div>
      <div>
        <Text size="sm">{reasonText(reason, choices?.right ?? null, texts)}</Text>
        {reason.kind === 'comparison' && <ComparisonView reason={reason} />}
      </div>
    </div>
  ));
}
