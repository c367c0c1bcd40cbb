import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount } from '../../../format/format-number.js';
import { useLanguage } from '../../../messages/use-messages.js';
import type { Sample } from '../calls.js';
import { VisibleText } from '../visible-text/visible-text.js';
import classes from './sample.module.css';

type Prompt = Sample['explanation']['prompts'][number];

/** A prompt; what stands before the document's own question can be folded out. */
export function PromptView(props: { readonly prompt: Prompt; readonly number: number | undefined }): ReactNode {
  const { language, messages } = useLanguage();
  const { samples: texts } = messages;
  const { text, questionStart, isExact } = props.prompt;
  const start = questionStart ?? 0;
  return (
    <div className={classes['answer']}>
      {props.number !== undefined && (
        <Text size="xs" c="dimmed">
          {texts.promptNumber(props.number)}
        </Text>
      )}
      {start > 0 && (
        <details className={classes['fold']}>
          <summary>
            {texts.before(formatCount(start, language))}
            {!isExact && ` ${texts.beforeGuessed}`}
          </summary>
          <VisibleText text={text.slice(0, start)} />
        </details>
      )}
      <VisibleText text={text.slice(start)} />
    </div>
  );
}
