import { Button, Group, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { LinkButton } from '../../page/link-button.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { closeStudy, openStudy, planQuery, studyQuery } from './calls.js';
import { InvitePanel } from './invite-panel.js';
import { PlanView } from './plan-view.js';

const route = getRouteApi('/studies/$studyId');

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** One study, for those who run it: open, close, invite, and how far each item is. */
export function StudyPage(): ReactNode {
  const { study: texts, studies } = useMessages();
  const { studyId } = route.useParams();
  const client = useQueryClient();
  const query = useQuery(studyQuery(studyId));
  const isPlanned = query.data?.mode === 'study';
  const plan = useQuery({ ...planQuery(studyId), enabled: isPlanned });
  const [known, setKnown] = useState('');
  const isKnownWrong = known.trim() !== '' && !isJson(known);
  const change = useMutation({
    mutationFn: (to: 'open' | 'close') => (to === 'open' ? openStudy(studyId, known) : closeStudy(studyId)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['studies'] }),
  });
  return (
    <Page title={query.data?.title ?? studies.title}>
      <QueryView query={query}>
        {(study) => (
          <>
            <Panel>
              <Group gap="sm">
                <Text fw={600} role="status">
                  {studies.status[study.status]}
                </Text>
                {study.status === 'draft' && (
                  <Button loading={change.isPending} disabled={isKnownWrong} onClick={() => change.mutate('open')}>
                    {texts.open}
                  </Button>
                )}
                {study.status === 'open' && (
                  <>
                    <LinkButton to="/arena/$studyId" params={{ studyId }}>
                      {texts.vote}
                    </LinkButton>
                    <Button variant="default" loading={change.isPending} onClick={() => change.mutate('close')}>
                      {texts.close}
                    </Button>
                  </>
                )}
                {study.status !== 'draft' && (
                  <LinkButton to="/ratings" search={{ study: studyId }} variant="default">
                    {texts.results}
                  </LinkButton>
                )}
              </Group>
              <Text size="sm" c="dimmed" mt="xs">
                {study.status === 'draft' ? texts.openNote : study.status === 'open' ? texts.closeNote : ''}
              </Text>
              {study.status === 'draft' && isPlanned && (
                <Textarea
                  label={texts.known}
                  description={texts.knownHint}
                  error={isKnownWrong ? texts.knownWrong : null}
                  rows={3}
                  mt="sm"
                  value={known}
                  onChange={(event) => setKnown(event.currentTarget.value)}
                />
              )}
              {change.error !== null && <ErrorNotice error={change.error} />}
            </Panel>
            {study.status !== 'closed' && <InvitePanel />}
            {isPlanned && <QueryView query={plan}>{(data) => <PlanView plan={data} />}</QueryView>}
          </>
        )}
      </QueryView>
    </Page>
  );
}
