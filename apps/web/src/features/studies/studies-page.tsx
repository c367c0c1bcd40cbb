import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { LinkButton } from '../../page/link-button.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { useSession } from '../session/use-session.js';
import { studiesQuery } from './calls.js';
import { StudyCard } from './study-card.js';
import classes from './studies.module.css';

/** What can be voted on, and what has been. */
export function StudiesPage(): ReactNode {
  const { studies } = useMessages();
  const session = useSession();
  const query = useQuery(studiesQuery);
  const role = session?.role ?? null;
  return (
    <Page
      title={studies.title}
      about={studies.about}
      actions={role === 'admin' && <LinkButton to="/studies/new">{studies.create}</LinkButton>}
    >
      <QueryView query={query}>
        {(list) =>
          list.length === 0 ? (
            <Panel>
              <Text fw={600}>{studies.none}</Text>
              {role === 'admin' && <Text c="dimmed">{studies.noneHint}</Text>}
            </Panel>
          ) : (
            <ul className={classes['list']}>
              {list.map((study) => (
                <li key={study.id}>
                  <StudyCard study={study} role={role} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Page>
  );
}
