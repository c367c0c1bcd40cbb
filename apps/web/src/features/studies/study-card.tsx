import { Badge, Group, Progress, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { LinkButton } from '../../page/link-button.js';
import type { StudySummary } from './calls.js';
import classes from './studies.module.css';

const STATUS_COLOUR = { draft: 'gray', open: 'teal', closed: 'gray' } as const;

/** One study: what it is, how far it is, and what one can do with it. */
export function StudyCard(props: {
  readonly study: StudySummary;
  readonly role: 'viewer' | 'annotator' | 'admin' | null;
}): ReactNode {
  const { language, messages } = useLanguage();
  const { studies } = messages;
  const { study, role } = props;
  const { progress, mine } = study;
  const canVote = study.status === 'open' && study.mode !== 'imported' && role !== 'viewer' && mine.left !== 0;
  const canSee = role !== 'annotator' || study.status === 'closed' || study.mode === 'free';
  const titleId = `study-${study.id}`;
  return (
    <article className={classes['card']} aria-labelledby={titleId}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} size="h5" id={titleId}>
          {study.title}
        </Title>
        <Badge color={STATUS_COLOUR[study.status]} variant="light" tt="none" flex="none">
          {study.mode === 'imported' ? studies.imported : studies.status[study.status]}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {[
          studies.modes[study.mode],
          studies.models(study.models),
          progress.wanted === null
            ? studies.votesOpen(formatCount(progress.done, language))
            : studies.votes(formatCount(progress.done, language), formatCount(progress.wanted, language)),
          ...(mine.done > 0 ? [studies.mine(formatCount(mine.done, language))] : []),
          ...(mine.left !== null && mine.left > 0 && canVote ? [studies.left(formatCount(mine.left, language))] : []),
        ].join(' · ')}
      </Text>
      {progress.wanted !== null && progress.wanted > 0 && (
        <Progress
          value={(100 * progress.done) / progress.wanted}
          size="xs"
          aria-label={studies.progressOf(study.title)}
        />
      )}
      <Group gap="xs" mt="auto">
        {canVote && (
          <LinkButton to="/arena/$studyId" params={{ studyId: study.id }} size="xs">
            {mine.done > 0 ? studies.goOn : studies.begin}
          </LinkButton>
        )}
        {canSee && study.status !== 'draft' && (
          <LinkButton to="/ratings" search={{ study: study.id }} size="xs" variant="default">
            {studies.results}
          </LinkButton>
        )}
        {role === 'admin' && study.mode !== 'imported' && (
          <LinkButton to="/studies/$studyId" params={{ studyId: study.id }} size="xs" variant="default">
            {studies.manage}
          </LinkButton>
        )}
      </Group>
    </article>
  );
}
