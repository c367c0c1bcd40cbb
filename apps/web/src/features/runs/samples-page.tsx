import { Button, Group, NumberInput } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';

const route = getRouteApi('/runs/$runId/tasks/$task');

/** The samples of a task. */
export function SamplesPage(): ReactNode {
  const { samples: texts } = useMessages();
  const { runId, task } = route.useParams();
  return (
    <Page
      title={texts.title(task)}
      about={
        <Link to="/runs/$runId" params={{ runId }}>
          {texts.backToRun}
        </Link>
      }
      wide
    >
      <Panel>
        <JumpToDocument runId={runId} task={task} />
      </Panel>
    </Page>
  );
}

/** Goes to the sample of a document by its number. */
function JumpToDocument(props: { readonly runId: string; readonly task: string }): ReactNode {
  const { samples: texts } = useMessages();
  const navigate = route.useNavigate();
  const [docId, setDocId] = useState<number | string>('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: '/runs/$runId/tasks/$task/$docId', params: { ...props, docId: String(docId) } });
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
          w="9rem"
        />
        <Button type="submit" size="xs" variant="default" disabled={docId === ''}>
          {texts.go}
        </Button>
      </Group>
    </form>
  );
}
