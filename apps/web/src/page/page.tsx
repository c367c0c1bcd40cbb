import { Group, Text, Title } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../messages/use-messages.js';
import classes from './page.module.css';

/** The page that was loaded: there the browser's own start, with the link past the navigation, is the right place for the focus. */
let firstPath: string | undefined;
let hasMoved = false;

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
  const path = useLocation({ select: (location) => location.pathname });
  useEffect(() => {
    document.title = `${props.title} · ${app.name}`;
  }, [props.title, app.name]);
  const shown = useRef<string>(undefined);
  useEffect(() => {
    const isOpened = shown.current === undefined;
    shown.current = path;
    firstPath ??= path;
    hasMoved ||= path !== firstPath;
    // What led from one sample to the next keeps the focus, as long as it is there.
    if (hasMoved && (isOpened || document.activeElement === document.body)) heading.current?.focus();
  }, [path]);
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
