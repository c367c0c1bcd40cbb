import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import { Link } from '../../../page/link.js';
import { Panel } from '../../../page/panel.js';
import { QueryView } from '../../../page/query-view.js';
import { Warning } from '../../../page/warning.js';
import { type Sample, sampleQuery } from '../calls.js';
import { formatMetric } from '../format-figure.js';
import { ValueText } from '../sample/value-text.js';
import type { TwoRuns } from './calls.js';
import { ChoicesPair } from './choices-pair.js';
import classes from './compare.module.css';
import { TextPair } from './text-pair.js';

/** One document in two runs, side by side. */
export function PairView(props: {
  readonly runs: TwoRuns;
  readonly task: string;
  readonly document: number;
  readonly secondDocument: number;
}): ReactNode {
  const { compare } = useMessages();
  const { runs, task, document, secondDocument } = props;
  const first = useQuery(sampleQuery(runs.first, task, document));
  const second = useQuery(sampleQuery(runs.second, task, secondDocument));
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'start' });
    // Whoever chose the document with keys goes on from here; who opened its address has not been anywhere yet.
    if (globalThis.document.activeElement !== globalThis.document.body) place.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place} tabIndex={-1} role="region" aria-label={compare.sideBySide(document)}>
      <Panel title={compare.sideBySide(document)}>
        <QueryView query={first}>
          {(one) => <QueryView query={second}>{(other) => <Sides runs={runs} first={one} second={other} />}</QueryView>}
        </QueryView>
      </Panel>
    </div>
  );
}

function Sides(props: { readonly runs: TwoRuns; readonly first: Sample; readonly second: Sample }): ReactNode {
  const { compare, samples: texts } = useMessages();
  const { runs, first, second } = props;
  const hasSamePrompt = first.hashes.prompt === second.hashes.prompt;
  const answers = [first, second].map(({ responses }) =>
    responses.map((response) => ('text' in response ? response.text : null)),
  );
  const prompts = [first, second].map(({ explanation }) => explanation.prompts.map(({ text }) => text).join('\n\n'));
  const [ones = [], others = []] = answers;
  return (
    <>
      <div className={classes['sides']}>
        {([first, second] as const).map((sample, place) => (
          <div key={place === 0 ? 'first' : 'second'}>
            <Text size="sm">
              <Link
                to="/runs/$runId/tasks/$task/$docId"
                params={{
                  runId: place === 0 ? runs.first : runs.second,
                  task: sample.task,
                  docId: String(sample.docId),
                }}
              >
                {place === 0 ? compare.inFirst(sample.docId) : compare.inSecond(sample.docId)}
              </Link>
            </Text>
            <ul className={classes['marks']}>
              {sample.explanation.metrics.map(({ metric, filter, value }) => (
                <li key={`${metric},${filter}`}>
                  {filter === 'none' ? metric : `${metric} (${filter})`}: {formatMetric(value)}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <ChoicesPair first={first} second={second} />
      {ones.map((text, place) => {
        const other = others[place];
        return text === null || other === null || other === undefined ? null : (
          <section key={place}>
            <Title order={3} size="h6">
              {texts.answers}
            </Title>
            <TextPair first={text} second={other} />
          </section>
        );
      })}
      {first.outcomes.map(({ filter, filteredResponses }, place) =>
        ones.every((text) => text === null) ? null : (
          <section key={filter}>
            <Title order={3} size="h6">
              {texts.filter(filter)}
            </Title>
            <div className={classes['sides']}>
              <div>
                {filteredResponses.map((value, at) => (
                  <ValueText key={at} value={value} />
                ))}
              </div>
              <div>
                {second.outcomes[place]?.filteredResponses.map((value, at) => (
                  <ValueText key={at} value={value} />
                ))}
              </div>
            </div>
          </section>
        ),
      )}
      <Title order={3} size="h6" mt="sm">
        {texts.prompt}
      </Title>
      {hasSamePrompt ? (
        <Text size="sm">{compare.samePrompt}</Text>
      ) : (
        <>
          <Warning>{compare.promptDiffers}</Warning>
          <TextPair first={prompts[0] ?? ''} second={prompts[1] ?? ''} />
        </>
      )}
    </>
  );
}
