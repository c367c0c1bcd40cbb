import { Button, Modal, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { addVoteEvent } from './calls.js';

/** Takes a vote out of the ratings, or back in, with a reason; both are events, the vote stays as it was cast. */
export function VoteEventButton(props: { readonly voteId: string; readonly isValid: boolean }): ReactNode {
  const { pairs, app } = useMessages();
  const { voteId, isValid } = props;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: () => addVoteEvent(voteId, isValid ? 'invalidate' : 'restore', reason.trim()),
    onSuccess: async () => {
      setOpen(false);
      await client.invalidateQueries();
    },
  });
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
        {isValid ? pairs.invalidate : pairs.restore}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={isValid ? pairs.invalidateTitle : pairs.restoreTitle}
        closeButtonProps={{ 'aria-label': app.close }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate();
          }}
        >
          <Text size="sm" mb="sm">
            {pairs.eventNote}
          </Text>
          <TextInput
            label={pairs.reason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={1000}
            required
            data-autofocus
            mb="md"
          />
          {add.error !== null && <ErrorNotice error={add.error} />}
          <Button type="submit" loading={add.isPending}>
            {isValid ? pairs.invalidate : pairs.restore}
          </Button>
        </form>
      </Modal>
    </>
  );
}
