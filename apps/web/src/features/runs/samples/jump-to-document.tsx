import { Button, Group, NumberInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../../messages/use-messages.js';

/** Goes to the sample of a document by its number. */
export function JumpToDocument(props: { readonly runId: string; readonly task: string }): ReactNode {
  const { samples: texts } = useMessages();
  const { runId, task } = props;
  const navigate = useNavigate();
  const [docId, setDocId] = useState<number | string>('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: '/runs/$runId/tasks/$task/$docId', params: { runId, task, docId: String(docId) } });
      }}
    >
      <Group align="flex-end" gap="xs">
        <NumberInput
          size="xs"
          label={texts.jump}
          value={docId}
          onChange={setDocId}
          min={0}
          allowDecimal={false}
          hideControls
          required
          withAsterisk={false}
          w="9rem"
        />
        <Button type="submit" size="xs" variant="default" disabled={docId === ''}>
          {texts.go}
        </Button>
      </Group>
    </form>
  );
}
