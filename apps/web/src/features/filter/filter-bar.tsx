import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { judgesQuery } from '../judges/calls.js';
import { studiesQuery } from '../studies/calls.js';
import { useMessages } from '../../messages/use-messages.js';
import { isStaticSite } from '../../server/static-site.js';
import { AspectTabs } from './aspect-tabs.js';
import classes from './filter-bar.module.css';
import { orderAspects } from './order-aspects.js';
import { ANNOTATOR_KINDS, defined, FILTER_CHOICES, type ResultsFilter } from './results-filter.js';
import { voteGroupsQuery } from './vote-groups.js';

/** The switches that a page can have beside study, language and who voted. */
export type Switch = keyof typeof FILTER_CHOICES;

const NOTHING = { aspects: [], languages: [] } as const;

const chosen = (value: string): string | undefined => (value === '' ? undefined : value);

/** Chooses which votes count and what is made of them. The choice stands in the page's address. */
export function FilterBar(props: {
  readonly filter: ResultsFilter;
  readonly switches: readonly Switch[];
  readonly withVoters?: boolean;
  readonly onChange: (filter: ResultsFilter) => void;
}): ReactNode {
  const allMessages = useMessages();
  const { filter: messages } = allMessages;
  const { filter, onChange } = props;
  // Studies are published with their default choices, whole and by aspect.
  const withVoters = props.withVoters !== false && !isStaticSite;
  const switches = isStaticSite ? [] : props.switches;
  const studies = useQuery(studiesQuery).data ?? [];
  const judges = useQuery({ ...judgesQuery, enabled: !isStaticSite }).data ?? [];
  const { aspects, languages } = useQuery(voteGroupsQuery(filter)).data ?? NOTHING;
  const change = (part: { readonly [Key in keyof ResultsFilter]?: ResultsFilter[Key] | undefined }): void => {
    onChange(defined({ ...filter, ...part }));
  };
  return (
    <div className={classes['bar']}>
      <div className={classes['fields']}>
        <NativeSelect
          size="xs"
          className={classes['study']}
          label={messages.study}
          value={filter.study ?? ''}
          data={[
            ...(isStaticSite ? [] : [{ value: '', label: messages.allStudies }]),
            ...studies.filter(({ status }) => status !== 'draft').map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(event) =>
            onChange({
              ...defined({
                ...filter,
                aspect: undefined,
                language: undefined,
                study: chosen(event.currentTarget.value),
              }),
            })
          }
        />
        {withVoters && (
          <NativeSelect
            size="xs"
            label={messages.voters}
            value={filter.judge === undefined ? (filter.annotatorKind ?? '') : `judge:${filter.judge}`}
            data={[
              { value: '', label: messages.people },
              ...ANNOTATOR_KINDS.map((kind) => ({ value: kind, label: messages.kinds[kind] })),
              ...judges.map((judge) => ({ value: `judge:${judge.id}`, label: messages.judge(judge.spec, judge.mode) })),
            ]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              const kind = ANNOTATOR_KINDS.find((each) => each === value);
              const judge = value.startsWith('judge:') ? value.slice('judge:'.length) : undefined;
              change({ annotatorKind: kind, judge });
            }}
          />
        )}
        {languages.length > 1 && !isStaticSite && (
          <NativeSelect
            size="xs"
            label={messages.language}
            value={filter.language ?? ''}
            data={[{ value: '', label: messages.allLanguages }, ...languages]}
            onChange={(event) => change({ language: chosen(event.currentTarget.value) })}
          />
        )}
        {switches.map((name) => {
          const choices: readonly string[] = FILTER_CHOICES[name];
          const labels: Readonly<Record<string, string>> = messages.choices[name];
          return (
            <NativeSelect
              key={name}
              size="xs"
              label={messages.switches[name]}
              value={filter[name] ?? choices[0] ?? ''}
              data={choices.map((value) => ({ value, label: labels[value] ?? value }))}
              onChange={(event) => {
                const { value } = event.currentTarget;
                change({ [name]: value === choices[0] ? undefined : value });
              }}
            />
          );
        })}
      </div>
      <AspectTabs
        aspects={orderAspects(allMessages, aspects)}
        chosen={filter.aspect}
        onChoose={(aspect) => change({ aspect })}
      />
    </div>
  );
}
