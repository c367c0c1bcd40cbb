import { Button, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import type { ConversationMessage, ModelTemplate } from './calls.js';
import classes from './model.module.css';

type Messages = readonly ConversationMessage[];

function withSystem(messages: Messages, content: string): Messages {
  const turns = messages.filter(({ role }) => role !== 'system');
  return content === '' ? turns : [{ role: 'system', content }, ...turns];
}

/** Edits a conversation that ends in a question. */
export function ConversationEditor(props: {
  readonly template: ModelTemplate;
  readonly messages: Messages;
  readonly onChange: (messages: Messages) => void;
}): ReactNode {
  const { model } = useMessages();
  const { template, messages, onChange } = props;
  const system = messages.find(({ role }) => role === 'system')?.content ?? '';
  const turns = messages.filter(({ role }) => role !== 'system');
  const edit = (at: number, content: string): void =>
    onChange(
      withSystem(
        turns.map((turn, place) => (place === at ? { ...turn, content } : turn)),
        system,
      ),
    );
  return (
    <div className={classes['turns']}>
      {template.takesSystem && (
        <Textarea
          size="xs"
          autosize
          label={model.roles.system}
          description={template.system === null ? model.noSystem : model.defaultSystem}
          placeholder={template.system ?? ''}
          value={system}
          onChange={(event) => onChange(withSystem(messages, event.currentTarget.value))}
        />
      )}
      {turns.map(({ role, content }, at) => (
        <Textarea
          // Turns have no other names than their places.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          size="xs"
          autosize
          label={`${model.roles[role]} ${Math.floor(at / 2) + 1}`}
          value={content}
          onChange={(event) => edit(at, event.currentTarget.value)}
        />
      ))}
      <div className={classes['buttons']}>
        {template.turns === 'many' && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onChange([...messages, { role: 'assistant', content: '…' }, { role: 'user', content: '…' }])}
          >
            {model.addTurn}
          </Button>
        )}
        {turns.length > 2 && (
          <Button size="compact-sm" variant="default" onClick={() => onChange(messages.slice(0, -2))}>
            {model.removeTurn}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => onChange(template.example.messages)}>
          {model.resetExample}
        </Button>
      </div>
    </div>
  );
}
