import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import { formatCount } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { LinkButton } from '../../page/link-button.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { isStaticSite } from '../../server/static-site.js';
import { runsQuery } from './calls.js';
import { RunsFilter } from './runs-filter.js';
import { RunsTable } from './runs-table.js';

const route = getRouteApi('/runs');

/** All runs, those that go on among them; two of them can be compared. */
export function RunsPage(): ReactNode {
  const { language, messages } = useLanguage();
  const { runs: texts } = messages;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(runsQuery(search));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = useCallback(
    (id: string, isChosen: boolean) =>
      setChosen((before) => (isChosen ? [...before, id] : before.filter((each) => each !== id))),
    [],
  );
  const [first, second] = chosen;
  return (
    <Page title={texts.title} about={texts.about} wide>
      {/* Published pages have all runs, and nobody who could choose among them. */}
      {!isStaticSite && (
        <Panel>
          <RunsFilter
            search={search}
            page={query.data}
            onChange={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
          />
        </Panel>
      )}
      <QueryView query={query}>
        {(page) => (
          <Panel>
            {page.runs.length === 0 ? (
              <>
                <Text fw={600}>{page.models.length === 0 ? texts.none : texts.noneFits}</Text>
                {page.models.length === 0 && <Text c="dimmed">{texts.noneHint}</Text>}
              </>
            ) : (
              <>
                <Group justify="space-between" mb="xs">
                  <Text size="sm" c="dimmed">
                    {texts.count(formatCount(page.total, language))}
                  </Text>
                  {first !== undefined && second !== undefined ? (
                    <LinkButton size="compact-sm" to="/runs/compare" search={{ first, second }}>
                      {texts.compare}
                    </LinkButton>
                  ) : (
                    <Text size="sm" c="dimmed">
                      {texts.compareHint}
                    </Text>
                  )}
                </Group>
                <RunsTable runs={page.runs} chosen={chosen} onChoose={choose} />
                <Group mt="sm">
                  {search.before !== undefined && (
                    <LinkButton
                      size="compact-sm"
                      variant="default"
                      to="/runs"
                      search={{ ...search, before: undefined }}
                    >
                      {texts.newest}
                    </LinkButton>
                  )}
                  {page.hasMore && (
                    <LinkButton
                      size="compact-sm"
                      variant="default"
                      to="/runs"
                      search={{ ...search, before: page.runs.at(-1)?.id }}
                    >
                      {texts.older}
                    </LinkButton>
                  )}
                </Group>
              </>
            )}
          </Panel>
        )}
      </QueryView>
    </Page>
  );
}
