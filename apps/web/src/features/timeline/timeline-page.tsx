import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo, useRef } from 'react';
import { formatSize } from '../../format/format-size.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { SavePicture } from '../../plots/save-picture.js';
import { catalogQuery, type CatalogRow } from '../models/calls.js';
import { RangeBar } from './range-bar.js';
import { type Release, releasesBetween, releasesOf } from './releases.js';
import { ReleasesTable } from './releases-table.js';
import classes from './timeline.module.css';

const TimelineFigure = lazy(() => import('../../plots/timeline-figure.js'));
const route = getRouteApi('/timeline');

/** What a reader learns who points at a release. */
function details({ familyName, month, models }: Release): string {
  return [`${familyName}, ${month}`, ...models.map(({ name, parameters }) => `${name} ${formatSize(parameters)}`)].join(
    '\n',
  );
}

function Timeline(props: { readonly rows: readonly CatalogRow[] }): ReactNode {
  const { language, messages } = useLanguage();
  const { timeline } = messages;
  const picture = useRef<HTMLDivElement>(null);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const all = useMemo(() => releasesOf(props.rows), [props.rows]);
  const shown = useMemo(() => releasesBetween(all, search), [all, search]);
  const marks = useMemo(
    () => shown.map((release) => ({ ...release, family: release.familyName, details: details(release) })),
    [shown],
  );
  const texts = useMemo(() => ({ open: timeline.open, closed: timeline.closed }), [timeline]);
  const families = useMemo(() => [...new Set(all.map(({ familyName }) => familyName))].toSorted(), [all]);
  const years = [...new Set(all.map(({ month }) => month.slice(0, 4)))];
  const open = shown.filter(({ isOpen }) => isOpen).length;
  const undated = props.rows.filter(({ released }) => released === null).length;
  return (
    <>
      <Panel
        title={timeline.picture}
        note={timeline.pictureNote}
        actions={<SavePicture within={picture} fileName="understudy-timeline" />}
      >
        <RangeBar
          search={search}
          years={years}
          onChange={(changed) => void navigate({ search: changed, replace: true, resetScroll: false })}
        />
        <p role="status">{timeline.counts(shown.length, open, shown.length - open, undated)}</p>
        {shown.length > 0 && (
          <div ref={picture} className={classes['scroll']} tabIndex={0} role="region" aria-label={timeline.picture}>
            <div className={classes['figure']}>
              <Suspense>
                <TimelineFigure
                  marks={marks}
                  from={search.from ?? all[0]?.month ?? ''}
                  to={search.to ?? all.at(-1)?.month ?? ''}
                  texts={texts}
                  families={families}
                  language={language}
                  label={timeline.label(open, shown.length - open)}
                />
              </Suspense>
            </div>
          </div>
        )}
      </Panel>
      <Panel title={timeline.list}>
        <ReleasesTable releases={shown} />
      </Panel>
    </>
  );
}

/** When models were released, the open ones above a time axis and the closed ones below. */
export function TimelinePage(): ReactNode {
  const { messages } = useLanguage();
  const query = useQuery(catalogQuery);
  return (
    <Page title={messages.timeline.title} about={messages.timeline.about} wide>
      <QueryView query={query}>{({ models }) => <Timeline rows={models} />}</QueryView>
    </Page>
  );
}
