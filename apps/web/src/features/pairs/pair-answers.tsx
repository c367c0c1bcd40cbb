import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { AnswerText } from '../../markdown/answer-text.js';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import { Warning } from '../../page/warning.js';
import type { Pair } from './calls.js';
import classes from './pairs.module.css';

/** The question, and what both models answered. */
export function PairAnswers(props: { readonly pair: Pair; readonly nameOf: (id: string) => string }): ReactNode {
  const { pairs, arena } = useMessages();
  const { pair, nameOf } = props;
  const { question } = pair;
  if (question === null) return null;
  return (
    <Panel title={pairs.answers}>
      {question.turns.map((turn, index) => (
        // A turn has no other name than its place, and never changes it.
        <div key={index}>
          <Text size="xs" c="dimmed">
            {arena.turn(index + 1)}
          </Text>
          <AnswerText text={turn} />
          <div className={classes['answers']}>
            {[pair.first, pair.second].map((model) => {
              const answer = pair.answers.find(({ versionId }) => versionId === model);
              return (
                <article key={model} className={classes['answer']}>
                  <Title order={3} size="h6" mb="xs">
                    {nameOf(model)}
                  </Title>
                  {answer?.identityLeak === true && <Warning>{pairs.leak}</Warning>}
                  {answer === undefined ? pairs.noAnswer : <AnswerText text={answer.turns[index] ?? ''} />}
                </article>
              );
            })}
          </div>
        </div>
      ))}
    </Panel>
  );
}
