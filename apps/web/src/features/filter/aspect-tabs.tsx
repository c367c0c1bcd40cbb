import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { aspectName } from './aspect-name.js';
import classes from './filter-bar.module.css';

/** One button an aspect, and one for all; nothing where the questions have one aspect only. */
export function AspectTabs(props: {
  readonly aspects: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (aspect: string | undefined) => void;
}): ReactNode {
  const messages = useMessages();
  if (props.aspects.length < 2 && props.chosen === undefined) return null;
  const aspects =
    props.chosen === undefined || props.aspects.includes(props.chosen)
      ? props.aspects
      : [...props.aspects, props.chosen];
  return (
    <div className={classes['aspects']} role="group" aria-label={messages.filter.aspect}>
      {[undefined, ...aspects].map((aspect) => (
        <Button
          key={aspect ?? ''}
          size="compact-sm"
          variant={aspect === props.chosen ? 'light' : 'default'}
          aria-pressed={aspect === props.chosen}
          onClick={() => props.onChoose(aspect)}
        >
          {aspect === undefined ? messages.filter.allAspects : aspectName(messages, aspect)}
        </Button>
      ))}
    </div>
  );
}
