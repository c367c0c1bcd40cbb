import { NativeSelect, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Page } from '../../page/page.js';
import { QueryView } from '../../page/query-view.js';
import { AreaPanel } from './area-panel.js';
import { type Capabilities, capabilitiesQuery } from './calls.js';
import classes from './capabilities.module.css';
import { type CapabilitySearch, ORIGINS, readCapabilitySearch } from './capability-search.js';
import { claimsByArea } from './claims-by-area.js';
import { PicturePanel } from './picture-panel.js';
import { shownTables } from './shown-tables.js';

const route = getRouteApi('/capabilities');

/** What the surveys say that is of no area, behind all areas. */
const OTHER = 'other';

function Controls(props: {
  readonly search: CapabilitySearch;
  readonly areas: readonly { readonly value: string; readonly label: string }[];
}): ReactNode {
  const { capabilities } = useMessages();
  const navigate = route.useNavigate();
  const { search, areas } = props;
  const change = (part: Readonly<Record<string, unknown>>): void =>
    void navigate({ search: readCapabilitySearch({ ...search, ...part }), replace: true, resetScroll: false });
  return (
    <div className={classes['controls']}>
      <NativeSelect
        size="xs"
        label={capabilities.area}
        value={search.area ?? ''}
        data={[{ value: '', label: capabilities.allAreas }, ...areas]}
        onChange={(event) => change({ area: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={capabilities.numbers}
        value={search.origin ?? ''}
        data={[
          { value: '', label: capabilities.bothOrigins },
          ...ORIGINS.map((value) => ({ value, label: capabilities.origins[value] })),
        ]}
        onChange={(event) => change({ origin: event.currentTarget.value })}
      />
      <Switch
        size="sm"
        label={capabilities.allTables}
        checked={search.tables === 'all'}
        onChange={(event) => change({ tables: event.currentTarget.checked ? 'all' : undefined })}
      />
    </div>
  );
}

function CapabilityMap(props: { readonly body: Capabilities }): ReactNode {
  const { capabilities, areas: names } = useMessages();
  const { rows, claims, unplaced } = props.body;
  const search = route.useSearch();
  const { area, origin } = search;
  const areaNames: Readonly<Record<string, string>> = { ...names, [OTHER]: capabilities.other };
  const byArea = useMemo(() => claimsByArea(claims, Object.keys(names)), [claims, names]);
  const all = Object.keys(areaNames).filter((each) => byArea.has(each) || rows.some((row) => row.area === each));
  const shown = all.filter((each) => area === undefined || each === area);
  const shownRows = useMemo(() => rows.filter((row) => area === undefined || row.area === area), [rows, area]);
  return (
    <>
      <Controls search={search} areas={all.map((value) => ({ value, label: areaNames[value] ?? value }))} />
      <PicturePanel rows={shownRows} origin={origin} />
      {shown.map((each) => (
        <AreaPanel
          key={each}
          area={each}
          name={areaNames[each] ?? each}
          tables={shownTables(
            rows.filter((row) => row.area === each),
            { origin, all: search.tables === 'all' },
          )}
          claims={byArea.get(each) ?? []}
        />
      ))}
      {area === undefined && unplaced.length > 0 && (
        <Text size="sm" c="dimmed">
          {capabilities.unplaced(unplaced.map(({ benchmark, scores }) => `${benchmark} (${scores})`).join(', '))}
        </Text>
      )}
    </>
  );
}

/** Where an open model reaches GPT-3.5-turbo or GPT-4, and where none does. */
export function CapabilitiesPage(): ReactNode {
  const { capabilities } = useMessages();
  const query = useQuery(capabilitiesQuery);
  return (
    <Page title={capabilities.title} about={capabilities.about} wide>
      <QueryView query={query}>{(body) => <CapabilityMap body={body} />}</QueryView>
    </Page>
  );
}
