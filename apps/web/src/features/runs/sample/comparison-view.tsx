import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import type { Sample } from '../calls.js';
import { VisibleText } from '../visible-text/visible-text.js';
import classes from './sample.module.css';

type Comparison = Extract<Sample['explanation']['metrics'][number]['reason'], { kind: 'comparison' }>;
type Step = Comparison['comparisons'][number]['predictionSteps'][number];

/** What was compared: the filtered text and the right answers, each with what the metric's options made of it. */
export function ComparisonView(props: { readonly reason: Comparison }): ReactNode {
  const { samples: texts } = useMessages();
  const { prediction, comparisons } = props.reason;
  return (
    <>
      <Steps label={texts.prediction} text={prediction} steps={comparisons[0]?.predictionSteps ?? []} />
      {comparisons.map(({ reference, referenceSteps, isEqual }, place) => (
        // A right answer has no other name than its place, and never changes it.
        <div key={place}>
          <Steps label={texts.reference} text={reference} steps={referenceSteps} />
          <Text size="xs" c="dimmed">
            {isEqual ? `= ${texts.same}` : `≠ ${texts.different}`}
          </Text>
        </div>
      ))}
    </>
  );
}

function Steps(props: { readonly label: string; readonly text: string; readonly steps: readonly Step[] }): ReactNode {
  const { samples: texts } = useMessages();
  const { label, text, steps } = props;
  // A step that changed nothing says nothing.
  const changes = steps.filter((step, place) => step.text !== (steps[place - 1]?.text ?? text));
  return (
    <div className={classes['compared']}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <div className={classes['value']}>
        <VisibleText text={text} />
      </div>
      {changes.map((step, place) => (
        <div key={place}>
          <Text size="xs" c="dimmed">
            {texts.steps[step.rule]} {step.rule === 'regex' && <code>{step.pattern}</code>}
          </Text>
          <div className={classes['value']}>
            <VisibleText text={step.text} />
          </div>
        </div>
      ))}
    </div>
  );
}
