import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { SecretOnce } from '../../page/secret-once.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { timeColumn } from '../../table/time-column.js';
import classes from '../studies/studies.module.css';
import { createKey, type Key, keysQuery, revokeKey } from './calls.js';

function stateOf(key: Key, now: number): 'active' | 'expired' | 'revoked' {
  if (key.revokedAt !== null) return 'revoked';
  return key.expiresAt !== null && key.expiresAt <= now ? 'expired' : 'active';
}

/** Keys and invitations: made, listed, revoked. */
export function KeysPage(): ReactNode {
  const { language, messages } = useLanguage();
  const { keys } = messages;
  const [role, setRole] = useState<'viewer' | 'admin'>('viewer');
  const [label, setLabel] = useState('');
  const [days, setDays] = useState<number | ''>('');
  const client = useQueryClient();
  const query = useQuery(keysQuery);
  const onSuccess = (): Promise<void> => client.invalidateQueries({ queryKey: ['keys'] });
  const make = useMutation({
    mutationFn: () => createKey({ role, label: label.trim(), expiresInDays: days === '' ? null : days }),
    onSuccess,
  });
  const revoke = useMutation({ mutationFn: revokeKey, onSuccess });
  const { mutate } = revoke;
  const columns = useMemo(
    (): readonly Column<Key>[] => [
      { key: 'label', header: keys.columns.label, value: (key) => key.label },
      { key: 'role', header: keys.columns.role, value: (key) => keys.roles[key.role] },
      timeColumn({ key: 'made', header: keys.columns.made, language, value: (key) => key.createdAt }),
      timeColumn({
        key: 'expires',
        header: keys.columns.expires,
        language,
        value: (key) => key.expiresAt,
        never: keys.never,
      }),
      { key: 'state', header: keys.columns.state, value: (key) => keys.states[stateOf(key, Date.now())] },
      {
        key: 'action',
        header: keys.columns.action,
        value: () => null,
        show: (key) =>
          stateOf(key, Date.now()) === 'active' && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                if (window.confirm(keys.revokeSure)) mutate(key.id);
              }}
            >
              {keys.revoke}
            </Button>
          ),
      },
    ],
    [keys, language, mutate],
  );
  return (
    <Page title={keys.title} about={keys.about}>
      <Panel title={keys.make}>
        <form
          className={classes['fields']}
          onSubmit={(event) => {
            event.preventDefault();
            make.mutate();
          }}
        >
          <TextInput
            label={keys.label}
            required
            maxLength={100}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <NativeSelect
            label={keys.role}
            value={role}
            data={(['viewer', 'admin'] as const).map((value) => ({ value, label: keys.roles[value] }))}
            onChange={(event) => setRole(event.currentTarget.value === 'admin' ? 'admin' : 'viewer')}
          />
          <NumberInput
            label={keys.days}
            description={keys.daysHint}
            min={1}
            max={3650}
            value={days}
            onChange={(value) => setDays(typeof value === 'number' ? value : '')}
          />
          <Button type="submit" variant="default" loading={make.isPending}>
            {keys.make}
          </Button>
        </form>
        {make.error !== null && <ErrorNotice error={make.error} />}
        {make.data !== undefined && <SecretOnce label={keys.secret} secret={make.data.secret} />}
      </Panel>
      {revoke.error !== null && <ErrorNotice error={revoke.error} />}
      <QueryView query={query}>
        {(rows) => (
          <Panel>
            {rows.length === 0 ? (
              keys.none
            ) : (
              <DataTable caption={keys.title} columns={columns} rows={rows} rowKey={({ id }) => id} />
            )}
          </Panel>
        )}
      </QueryView>
    </Page>
  );
}
