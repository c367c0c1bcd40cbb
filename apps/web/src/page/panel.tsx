import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './panel.module.css';

/** A part of a page on a surface of its own, under its heading. */
export function Panel(props: {
  readonly title?: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={classes['panel']}>
      {props.title !== undefined && (
        <div className={classes['head']}>
          <Title order={2} size="h5">
            {props.title}
          </Title>
          <div className={classes['actions']}>{props.actions}</div>
        </div>
      )}
      {props.note !== undefined && (
        <Text size="sm" c="dimmed" mb="sm" maw="64rem" component="div">
          {props.note}
        </Text>
      )}
      {props.children}
    </section>
  );
}
