import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatCount } from '../../../format/format-number.js';
import { useLanguage } from '../../../messages/use-messages.js';
import { LinkButton } from '../../../page/link-button.js';
import { Link } from '../../../page/link.js';
import { Page } from '../../../page/page.js';
import { Panel } from '../../../page/panel.js';
import { QueryView } from '../../../page/query-view.js';
import { samplesQuery, taskQuery } from '../calls.js';
import { MissingPage, missingPart } from '../missing-page.js';
import { PageLinks } from '../page-links.js';
import { JumpToDocument } from './jump-to-document.js';
import { SamplesFilter } from './samples-filter.js';
import { readSamplesSearch, type SamplesSearch } from './samples-search.js';
import { SamplesTable } from './samples-table.js';
import classes from './samples.module.css';

const route = getRouteApi('/runs/$runId/tasks/$task');

/** The samples of a task: fifty a page, in any order, those that one looks for. */
export function SamplesPage(): ReactNode {
  const { language, messages } = useLanguage();
  const { samples: texts, runs: runTexts } = messages;
  const { runId, task } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const taskOf = useQuery(taskQuery(runId, task));
  const query = useQuery(samplesQuery(runId, task, search));
  const go = (next: SamplesSearch): void => void navigate({ search: next, replace: true, resetScroll: false });
  const sort = (column: string | undefined): void => {
    const isTurned = column === search.sort && search.direction === 'descending';
    go(
      readSamplesSearch({
        ...search,
        cursor: undefined,
        sort: column,
        direction: isTurned ? 'ascending' : 'descending',
      }),
    );
  };
  const { cursor: _cursor, ...firstPage } = search;
  const missing = missingPart(taskOf.error);
  if (missing !== undefined) return <MissingPage part={missing} runId={runId} task={task} />;
  return (
    <Page
      title={texts.title(task)}
      about={
        <>
          {taskOf.data?.name} ·{' '}
          <Link to="/runs/$runId" params={{ runId }}>
            {texts.backToRun(runId)}
          </Link>
        </>
      }
      actions={
        taskOf.data && (
          <Button
            component="a"
            size="compact-sm"
            variant="default"
            href={`/api/runs/${runId}/tasks/${encodeURIComponent(task)}/samples.jsonl`}
            download
          >
            {runTexts.saveSamples}
          </Button>
        )
      }
      wide
    >
      <QueryView query={taskOf}>
        {({ columns }) => (
          <>
            <Panel>
              <div className={classes['choices']}>
                <SamplesFilter columns={columns} search={search} onChange={go} />
                <JumpToDocument runId={runId} task={task} />
              </div>
            </Panel>
            <Panel>
              <QueryView query={query}>
                {(page) => (
                  <>
                    <Text size="sm" c="dimmed" mb="xs" role="status">
                      {texts.count(formatCount(page.total, language))}
                    </Text>
                    <SamplesTable
                      runId={runId}
                      task={task}
                      columns={columns}
                      page={page}
                      search={search}
                      onSort={sort}
                    />
                    <PageLinks
                      page={page}
                      link={(at, looks) => (
                        <LinkButton
                          {...looks}
                          to="/runs/$runId/tasks/$task"
                          params={{ runId, task }}
                          search={at === undefined ? firstPage : { ...firstPage, cursor: at }}
                        />
                      )}
                    />
                  </>
                )}
              </QueryView>
            </Panel>
          </>
        )}
      </QueryView>
    </Page>
  );
}
