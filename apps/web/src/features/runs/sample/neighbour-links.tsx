import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatCount } from '../../../format/format-number.js';
import { useLanguage } from '../../../messages/use-messages.js';
import { LinkButton } from '../../../page/link-button.js';
import { neighboursQuery } from '../calls.js';
import type { SamplesSearch } from '../samples/samples-search.js';
import classes from './sample.module.css';
import { useLetterKeys } from './use-letter-keys.js';

/** Leads to the sample before and after this one in the list that the reader comes from; j and k do so too. */
export function NeighbourLinks(props: {
  readonly runId: string;
  readonly task: string;
  readonly docId: number;
  readonly search: SamplesSearch;
}): ReactNode {
  const { language, messages } = useLanguage();
  const { samples: texts } = messages;
  const { runId, task, docId, search } = props;
  const navigate = useNavigate();
  const { data } = useQuery(neighboursQuery(runId, task, docId, search));
  const go = (document: number | null | undefined): void => {
    if (document === null || document === undefined) return;
    void navigate({
      to: '/runs/$runId/tasks/$task/$docId',
      params: { runId, task, docId: String(document) },
      search,
    });
  };
  useLetterKeys({ j: () => go(data?.next), k: () => go(data?.previous) });
  const link = (document: number | null | undefined, text: string) => (
    <LinkButton
      size="compact-sm"
      variant="default"
      to="/runs/$runId/tasks/$task/$docId"
      params={{ runId, task, docId: String(document ?? docId) }}
      search={search}
      disabled={document === null || document === undefined}
      // At either end it keeps the focus that led to it.
      tabIndex={0}
    >
      {text}
    </LinkButton>
  );
  return (
    <nav className={classes['neighbours']} aria-label={texts.neighbours}>
      {link(data?.previous, texts.previous)}
      {link(data?.next, texts.next)}
      {data !== undefined && data.position !== null && (
        <span>{texts.place(formatCount(data.position + 1, language), formatCount(data.total, language))}</span>
      )}
    </nav>
  );
}
