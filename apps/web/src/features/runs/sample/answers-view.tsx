import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import type { Sample } from '../calls.js';
import { formatFigure } from '../format-figure.js';
import { VisibleText } from '../visible-text/visible-text.js';
import classes from './sample.module.css';

/** What the model answered to each request: a text, or a log-probability with what it is of. */
export function AnswersView(props: { readonly sample: Sample }): ReactNode {
  const { samples: texts } = useMessages();
  const { requests, responses, flags } = props.sample;
  return responses.map((response, place) => {
    const request = requests[place];
    return (
      // A request has no other name than its place, and never changes it.
      <div key={place} className={classes['answer']}>
        {responses.length > 1 && (
          <Text size="xs" c="dimmed">
            {texts.request(place + 1)}
          </Text>
        )}
        {response.kind === 'error' && (
          <Text>
            {response.message} <code>{response.code}</code>
          </Text>
        )}
        {response.kind === 'generate' && (
          <>
            <VisibleText text={response.text} />
            {responses.length === 1 && (
              <Text size="xs" c="dimmed" mt={4}>
                {flags.truncatedAnswers > 0 ? texts.endedAtLimit : texts.endedItself}
              </Text>
            )}
          </>
        )}
        {'logProbability' in response && (
          <>
            {request?.kind === 'loglikelihood' && <VisibleText text={request.continuation} />}
            {request?.kind === 'rolling' && <VisibleText text={request.text} />}
            <Text size="sm" mt={4}>
              {texts.logProbability(formatFigure(response.logProbability, 4))}
              {response.kind === 'loglikelihood' && ` · ${response.isGreedy ? texts.greedy : texts.notGreedy}`}
            </Text>
          </>
        )}
      </div>
    );
  });
}
