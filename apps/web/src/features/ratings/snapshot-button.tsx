import { Button, Modal, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ResultsFilter } from '../filter/results-filter.js';
import { useMessages } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { keepSnapshot } from './calls.js';

/** Keeps the ratings as it is now, under a title. */
export function SnapshotButton(props: { readonly filter: ResultsFilter }): ReactNode {
  const { app, arenaRatings } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: () => keepSnapshot(title.trim(), props.filter),
    onSuccess: () => client.invalidateQueries({ queryKey: ['snapshots'] }),
  });
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          keep.reset();
          setTitle('');
          setOpen(true);
        }}
      >
        {arenaRatings.snapshot}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={arenaRatings.snapshot}
        closeButtonProps={{ 'aria-label': app.close }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            keep.mutate();
          }}
        >
          <TextInput
            label={arenaRatings.snapshotTitle}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            maxLength={200}
            required
            data-autofocus
            mb="md"
          />
          {keep.error !== null && <ErrorNotice error={keep.error} />}
          <Text role="status" size="sm">
            {keep.isSuccess ? arenaRatings.snapshotKept : ''}
          </Text>
          <Button type="submit" loading={keep.isPending} disabled={keep.isSuccess}>
            {arenaRatings.snapshotKeep}
          </Button>
        </form>
      </Modal>
    </>
  );
}
