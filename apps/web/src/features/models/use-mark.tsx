import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import type { CatalogRow } from './calls.js';

/** A sign for each answer, so that a map can be read without its colours. */
export const USE_SIGNS = {
  yes: '✓',
  conditional: '◐',
  no: '✕',
  unknown: '?',
} as const;

/** Whether a model may be used commercially. */
export function UseMark(props: { readonly use: CatalogRow['commercialUse'] }): ReactNode {
  const { words } = useMessages();

  return (
    <span>
      <span aria-hidden>{USE_SIGNS[props.use]}</span> {words.uses[props.use]}
    </span>
  );
}
