import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Page } from '../../page/page.js';
import { RequestError } from '../../server/request-error.js';

/** What of a run an address names. */
export type RunPart = 'run' | 'task' | 'document';

const PARTS: Readonly<Record<string, RunPart>> = {
  'run-unknown': 'run',
  'run-task-unknown': 'task',
  'sample-unknown': 'document',
};

/** What there is not, by the server's answer; undefined where it did not say that. */
export function missingPart(error: unknown): RunPart | undefined {
  return error instanceof RequestError ? PARTS[error.code] : undefined;
}

/** In place of a run, a task or a sample that there is not: says which, and leads to where those stand that there are. */
export function MissingPage(props: {
  readonly part: RunPart;
  readonly runId: string;
  readonly task?: string;
  readonly docId?: string;
}): ReactNode {
  const { runs: texts, samples } = useMessages();
  const { part, runId, task = '', docId = '' } = props;
  const { missing } = texts;
  const places = {
    run: [missing.run(runId), <Link to="/runs">{texts.allRuns}</Link>],
    task: [
      missing.task(runId, task),
      <Link to="/runs/$runId" params={{ runId }}>
        {samples.backToRun(runId)}
      </Link>,
    ],
    document: [
      missing.document(runId, task, docId),
      <Link to="/runs/$runId/tasks/$task" params={{ runId, task }}>
        {samples.backToSamples}
      </Link>,
    ],
  } as const;
  const [title, back] = places[part];
  return (
    <Page title={title} about={back} wide>
      <Text role="alert">{missing.hint}</Text>
    </Page>
  );
}
