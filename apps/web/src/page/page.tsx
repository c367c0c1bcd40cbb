import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../messages/use-messages.js';
import classes from './page.module.css';

/** A page: its title (which takes the focus when the page is opened, so that a screen reader says where one is), what it is for, its content. */
export function Page(props: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { app } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} · ${app.name}`;
  }, [props.title, app.name]);
  useEffect(() => {
    // On the first load the browser's own start of the page, with the skip link, is the right place.
    if (document.activeElement !== document.body || performance.now() > 5000) heading.current?.focus();
  }, []);
  return (
    <div className={props.wide === true ? classes['wide'] : classes['page']}>
      <Group justify="space-between" align="flex-start" mb="xs">
        <Title order={1} size="h2" className={classes['title']} ref={heading} tabIndex={-1}>
          {props.title}
        </Title>
        {props.actions !== undefined && <Group gap="xs">{props.actions}</Group>}
      </Group>
      {props.about !== undefined && (
        <Text c="dimmed" maw="46rem" mb="md" component="div">
          {props.about}
        </Text>
      )}
      {props.children}
    </div>
  );
}
