import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount, formatDuration } from '../../format/format-number.js';
import type { Messages } from '../../messages/messages.js';
import { useLanguage } from '../../messages/use-messages.js';
import { CopyCode } from '../../page/copy-code.js';
import { Link } from '../../page/link.js';
import { Panel } from '../../page/panel.js';
import classes from './advise.module.css';
import type { Advice, Next, NextStudy } from './calls.js';

/** What would settle what is open, with the command lines. */
export function NextPanel(props: { readonly advice: Advice }): ReactNode {
  const { language, messages } = useLanguage();
  const { advice } = props;
  const names = new Map([...advice.shortlist, ...advice.publishedOnly].map(({ id, name }) => [id, name]));
  return (
    <Panel title={messages.advise.nextTitle}>
      {advice.next.map((next) => (
        <div key={`${next.area} ${next.model}`} className={classes['next']}>
          <Text size="sm">{headOf(next, names, messages, language)}</Text>
          {next.commands.map((command) => (
            <CopyCode key={command} testId="next-command" value={command} />
          ))}
        </div>
      ))}
      {advice.votes.next !== null && <NextStudyText next={advice.votes.next} reference={advice.reference.name} />}
    </Panel>
  );
}

/** A study that would have people vote: its command lines, or the page. */
function NextStudyText(props: { readonly next: NextStudy; readonly reference: string }): ReactNode {
  const { language, messages } = useLanguage();
  const { votes: texts } = messages.advise;
  const { model, votes, commands } = props.next;
  return (
    <div className={classes['next']}>
      <Text size="sm">
        {texts.next(model.name, props.reference, formatCount(votes, language))}{' '}
        <Link to="/studies">{texts.studies}</Link>
      </Text>
      {commands.map((command) => (
        <CopyCode key={command} testId="study-command" value={command} />
      ))}
    </div>
  );
}

function headOf(
  { area, model, because, documents, available, seconds }: Next,
  names: ReadonlyMap<string, string>,
  { advise, areas }: Messages,
  language: string,
): string {
  const parts = [
    advise.because[because],
    ...(because === 'no-task' ? [] : [documentsText(documents, advise, language)]),
    ...(available !== null && documents !== null && available < documents
      ? [advise.documentsShort(formatCount(available, language))]
      : []),
    ...(seconds === null ? [] : [advise.time(formatDuration(seconds * 1000))]),
  ];
  const subject = model === null ? [] : [names.get(model) ?? model];
  return `${[areas[area], ...subject].join(', ')}: ${parts.join('; ')}`;
}

function documentsText(documents: number | null, advise: Messages['advise'], language: string): string {
  return documents === null ? advise.documentsEndless : advise.documentsNeeded(formatCount(documents, language));
}
