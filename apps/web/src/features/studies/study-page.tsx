import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
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

/** One study, for those who run it: open, close, invite, and how far each item is. */
export function StudyPage(): ReactNode {
  const { study: texts, studies } = useMessages();
  const { studyId } = route.useParams();
  const client = useQueryClient();
  const query = useQuery(studyQuery(studyId));
  const isPlanned = query.data?.mode === 'study';
  const plan = useQuery({ ...planQuery(studyId), enabled: isPlanned });
  const change = useMutation({
    mutationFn: (to: 'open' | 'close') => (to === 'open' ? openStudy(studyId) : closeStudy(studyId)),
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
                  <Button loading={change.isPending} onClick={() => change.mutate('open')}>
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
                  <LinkButton to="/leaderboard" search={{ study: studyId }} variant="default">
                    {texts.results}
                  </LinkButton>
                )}
              </Group>
              <Text size="sm" c="dimmed" mt="xs">
                {study.status === 'draft' ? texts.openNote : study.status === 'open' ? texts.closeNote : ''}
              </Text>
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
