import { Button, Group, Kbd, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import classes from './arena.module.css';
import type { Conversation } from './use-conversation.js';

/** Where one's own question is written, and asked of both models at once. */
export function FreePrompt(props: { readonly conversation: Conversation }): ReactNode {
  const { arena } = useMessages();
  const { conversation } = props;
  const [prompt, setPrompt] = useState('');
  const isFirst = conversation.turns.length === 0;
  const send = (): void => {
    if (prompt.trim() === '' || conversation.isStreaming) return;
    conversation.ask(prompt.trim());
    setPrompt('');
  };
  const status = conversation.hasFailed
    ? arena.failed
    : conversation.isInterrupted
      ? arena.interrupted
      : conversation.isStreaming
        ? arena.answering
        : conversation.isAnswered
          ? arena.answered
          : '';
  return (
    <form
      className={classes['freePrompt']}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        label={arena.prompt}
        placeholder={isFirst ? arena.promptPlaceholder : undefined}
        autosize={false}
        rows={isFirst ? 4 : 2}
        maxLength={32_000}
        dir="auto"
        value={prompt}
        onChange={(event) => setPrompt(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          }
        }}
      />
      <Group gap="sm" mt="xs">
        <Button type="submit" disabled={prompt.trim() === '' || conversation.isStreaming}>
          {isFirst ? arena.ask : arena.askMore}
        </Button>
        <Text size="xs" c="dimmed">
          <Kbd size="xs">Ctrl</Kbd> + <Kbd size="xs">Enter</Kbd>
        </Text>
        <Text role="status" size="sm" c="dimmed">
          {status}
        </Text>
      </Group>
    </form>
  );
}
