import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatTime } from '../../format/format-time.js';
import { useLanguage } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { Panel } from '../../page/panel.js';
import { SecretOnce } from '../../page/secret-once.js';
import { ANNOTATOR_KINDS } from '../filter/results-filter.js';
import { type Invitation, inviteAnnotator } from './calls.js';
import classes from './studies.module.css';

/** Makes invitations; their links are shown once, until the page is left. */
export function InvitePanel(): ReactNode {
  const { language, messages } = useLanguage();
  const { study } = messages;
  const [pseudonym, setPseudonym] = useState('');
  const [kind, setKind] = useState<(typeof ANNOTATOR_KINDS)[number]>('crowd');
  const [days, setDays] = useState(30);
  const [made, setMade] = useState<readonly Invitation[]>([]);
  const client = useQueryClient();
  const invite = useMutation({
    mutationFn: () => inviteAnnotator({ pseudonym: pseudonym.trim(), kind, expiresInDays: days }),
    onSuccess: async (invitation) => {
      setMade((all) => [invitation, ...all]);
      setPseudonym('');
      await client.invalidateQueries({ queryKey: ['annotators'] });
    },
  });
  return (
    <Panel title={study.invite} note={study.inviteNote}>
      <form
        className={classes['fields']}
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        <TextInput
          label={study.pseudonym}
          required
          maxLength={60}
          value={pseudonym}
          onChange={(event) => setPseudonym(event.currentTarget.value)}
        />
        <NativeSelect
          label={study.kind}
          value={kind}
          data={ANNOTATOR_KINDS.map((value) => ({ value, label: study.kinds[value] }))}
          onChange={(event) => setKind(ANNOTATOR_KINDS.find((each) => each === event.currentTarget.value) ?? 'crowd')}
        />
        <NumberInput
          label={study.days}
          min={1}
          max={365}
          value={days}
          onChange={(value) => setDays(typeof value === 'number' ? value : 30)}
        />
        <Button type="submit" variant="default" loading={invite.isPending}>
          {study.make}
        </Button>
      </form>
      {invite.error !== null && <ErrorNotice error={invite.error} />}
      {made.map(({ annotator, invitation, expiresAt }) => (
        <div key={annotator.id} className={classes['invitation']}>
          <SecretOnce
            label={`${annotator.pseudonym} · ${study.until(formatTime(expiresAt, language))}`}
            secret={invitation}
          />
        </div>
      ))}
    </Panel>
  );
}
