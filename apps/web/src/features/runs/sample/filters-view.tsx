import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import { Warning } from '../../../page/warning.js';
import type { Sample } from '../calls.js';
import { ValueText } from './value-text.js';
import classes from './sample.module.css';

type Filter = Sample['explanation']['filters'][number];

/** What the filters made of the text, step by step. */
export function FiltersView(props: { readonly filters: readonly Filter[] }): ReactNode {
  return props.filters.map((filter) => <FilterSteps key={filter.filter} filter={filter} />);
}

function FilterSteps(props: { readonly filter: Filter }): ReactNode {
  const { samples: texts } = useMessages();
  const { filter, steps, result, agrees, problem } = props.filter;
  return (
    <section className={classes['filter']} aria-label={texts.filter(filter)}>
      <Title order={3} size="h6">
        <code>{filter}</code>
      </Title>
      {problem !== null && <Warning>{texts.filterProblem(problem)}</Warning>}
      <ol className={classes['steps']}>
        {steps.map((step, place) => (
          // A step has no other name than its place, and never changes it.
          <li key={place}>
            <code>{step.function}</code>
            {Object.entries(step.arguments).map(([name, value]) => (
              <Text key={name} span size="xs" c="dimmed" ml="xs">
                {name}: <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
              </Text>
            ))}
            {step.outputs.map((output, at) => (
              <ValueText key={at} value={output} />
            ))}
          </li>
        ))}
      </ol>
      {!agrees && (
        <>
          {problem === null && <Warning>{texts.filterDisagrees}</Warning>}
          <Text size="sm">{texts.stored}</Text>
          {result.map((value, at) => (
            <ValueText key={at} value={value} />
          ))}
        </>
      )}
    </section>
  );
}
