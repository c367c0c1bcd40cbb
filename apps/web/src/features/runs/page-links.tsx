import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import type { SamplesPage } from './calls.js';

/** A page of many rows, as far as its links need it. */
type PlacedPage = Pick<SamplesPage, 'previous' | 'next' | 'before' | 'total'> & { readonly rows: readonly unknown[] };

/** What a link to a page looks like. */
interface PageLinkProps {
  readonly size: 'compact-sm';
  readonly variant: 'default';
  readonly disabled: boolean;
  /** A link that leads no further keeps the focus that led to it. */
  readonly tabIndex: 0;
  readonly children: ReactNode;
}

/** Leads to the first page, the one before and the one after, and tells which rows these are. Nothing where all rows are on one page. */
export function PageLinks(props: {
  readonly page: PlacedPage;
  /** A link to the page at a cursor; to the first one without it. */
  readonly link: (cursor: string | undefined, looks: PageLinkProps) => ReactNode;
}): ReactNode {
  const { language, messages } = useLanguage();
  const { samples: texts } = messages;
  const { page, link } = props;
  const { rows, before, total } = page;
  if (rows.length === total) return null;
  const count = (value: number): string => formatCount(value, language);
  const linkTo = (cursor: string | null | undefined, text: string, isThere: boolean) =>
    link(cursor ?? undefined, {
      size: 'compact-sm',
      variant: 'default',
      disabled: !isThere,
      tabIndex: 0,
      children: text,
    });
  return (
    <Group component="nav" aria-label={texts.pages} mt="sm" gap="xs">
      {linkTo(undefined, texts.firstPage, before > 0)}
      {linkTo(page.previous, texts.previousPage, page.previous !== null)}
      {linkTo(page.next, texts.nextPage, page.next !== null)}
      {rows.length > 0 && (
        <Text size="sm" c="dimmed" role="status">
          {texts.rowsShown(count(before + 1), count(before + rows.length), count(total))}
        </Text>
      )}
    </Group>
  );
}
