import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Messages } from '../../messages/messages.js';
import { useMessages } from '../../messages/use-messages.js';
import { CopyCode } from '../../page/copy-code.js';
import { Panel } from '../../page/panel.js';
import type { Overview } from './calls.js';

interface Step {
  readonly name: keyof Messages['home']['steps'];
  /** Whether it is still to be done. */
  readonly isOpen: (overview: Overview) => boolean;
  readonly command: string;
}

/** Each needs nothing but this machine, and a few minutes. */
const STEPS: readonly Step[] = [
  {
    name: 'measure',
    isOpen: ({ runs }) => runs === 0,
    command: 'understudy eval --model smollm2-135m-instruct --tasks arc_easy --limit 200',
  },
  {
    name: 'compare',
    isOpen: ({ measured }) => measured < 2,
    command: 'understudy eval --model gemma-3-270m --tasks arc_easy --limit 200',
  },
  { name: 'vote', isOpen: ({ studies }) => studies === 0, command: 'understudy arena demo' },
];

/** What to do where there is nothing yet, as commands to copy; nothing where all has been begun. */
export function FirstSteps(props: { readonly overview: Overview }): ReactNode {
  const { home } = useMessages();
  const open = STEPS.filter(({ isOpen }) => isOpen(props.overview));
  if (open.length === 0) return null;
  return (
    <Panel title={home.first} note={home.firstNote}>
      {open.map(({ name, command }) => (
        <div key={name}>
          <Text size="sm">{home.steps[name]}</Text>
          <CopyCode testId={`step-${name}`} value={command} />
        </div>
      ))}
    </Panel>
  );
}
