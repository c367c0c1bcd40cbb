import { Button, NativeSelect, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useMemo, useRef } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { SavePicture } from '../../plots/save-picture.js';
import { type Catalog, catalogQuery } from '../models/calls.js';
import { familyOptions } from '../models/family-options.js';
import { USE_SIGNS } from '../models/use-mark.js';
import { hasFamily, lineagesOf } from './lineage-groups.js';
import { LineageList } from './lineage-list.js';
import { LineagePicture } from './lineage-picture.js';
import { readLineageSearch } from './lineage-search.js';
import classes from './lineage.module.css';

const route = getRouteApi('/lineage');
const USES = ['yes', 'conditional', 'no', 'unknown'] as const;

function Lineage(props: { readonly catalog: Catalog }): ReactNode {
  const { lineage, words } = useMessages();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const picture = useRef<HTMLDivElement>(null);
  const { trees, alone } = useMemo(() => lineagesOf(props.catalog), [props.catalog]);
  const folded = useMemo(() => new Set((search.folded ?? '').split(',').filter((key) => key !== '')), [search.folded]);
  const { family } = search;
  const shown = family === undefined ? trees : trees.filter((tree) => hasFamily(tree, family));
  const families = familyOptions(props.catalog.models).filter(({ value }) =>
    trees.some((tree) => hasFamily(tree, value)),
  );
  const change = (part: Readonly<Record<string, unknown>>): void =>
    void navigate({ search: readLineageSearch({ ...search, ...part }), replace: true, resetScroll: false });
  const fold = (key: string): void => {
    const keys = folded.has(key) ? [...folded].filter((each) => each !== key) : [...folded, key];
    change({ folded: keys.join(',') });
  };
  return (
    <>
      <Panel
        title={lineage.picture}
        note={lineage.pictureNote}
        actions={<SavePicture within={picture} fileName="understudy-lineage" />}
      >
        <div className={classes['controls']}>
          <NativeSelect
            size="xs"
            label={lineage.family}
            value={family ?? ''}
            data={[{ value: '', label: lineage.allFamilies }, ...families]}
            onChange={(event) => change({ family: event.currentTarget.value })}
          />
          <Button size="xs" variant="default" onClick={() => change({ folded: '' })}>
            {lineage.unfoldAll}
          </Button>
          <Button size="xs" variant="default" onClick={() => change({ folded: shown.map(({ key }) => key).join(',') })}>
            {lineage.foldAll}
          </Button>
          <Switch
            size="sm"
            label={lineage.teachers}
            checked={search.teachers !== false}
            onChange={(event) => change({ teachers: event.currentTarget.checked ? undefined : false })}
          />
        </div>
        <div ref={picture} className={classes['scroll']} tabIndex={0} role="region" aria-label={lineage.picture}>
          <LineagePicture
            trees={shown}
            folded={folded}
            family={family}
            withTeachers={search.teachers !== false}
            onFold={fold}
          />
        </div>
        <div className={classes['legend']}>
          {USES.map((use) => (
            <span key={use}>
              {USE_SIGNS[use]} {lineage.use(words.uses[use])}
            </span>
          ))}
        </div>
      </Panel>
      <Panel title={lineage.list}>
        <LineageList groups={shown} folded={folded} onFold={fold} />
      </Panel>
      {family === undefined && (
        <Panel title={lineage.alone} note={lineage.aloneNote}>
          {alone.map(({ id, name }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <Link to="/models/$modelId" params={{ modelId: id }}>
                {name}
              </Link>
            </span>
          ))}
        </Panel>
      )}
    </>
  );
}

/** Who was made from whom. */
export function LineagePage(): ReactNode {
  const { lineage } = useMessages();
  const query = useQuery(catalogQuery);
  return (
    <Page title={lineage.title} about={lineage.about} wide>
      <QueryView query={query}>{(catalog) => <Lineage catalog={catalog} />}</QueryView>
    </Page>
  );
}
