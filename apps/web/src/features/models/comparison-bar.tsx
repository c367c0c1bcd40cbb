import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { LinkButton } from '../../page/link-button.js';
import type { CatalogRow } from './calls.js';
import { MOST_COMPARED } from './models-search.js';
import classes from './models.module.css';

/** The models chosen so far, and the way to their comparison. */
export function ComparisonBar(props: {
  readonly rows: readonly CatalogRow[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}): ReactNode {
  const { models } = useMessages();
  const { rows, chosen, onChoose } = props;
  const names = chosen.map((id) => rows.find((row) => row.id === id)?.name ?? id);
  return (
    <section className={classes['bar']} aria-label={models.comparison}>
      <span>{models.chosen(names.length, MOST_COMPARED, names.join(' · '))}</span>
      <LinkButton to="/models/compare" search={{ ids: chosen.join(',') }} disabled={chosen.length < 2}>
        {models.compare}
      </LinkButton>
      <Button variant="default" onClick={() => onChoose([])}>
        {models.clear}
      </Button>
    </section>
  );
}
