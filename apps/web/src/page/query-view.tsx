import { Loader } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.js';
import { ErrorNotice } from './error-notice.js';
import classes from './query-view.module.css';

/** Shows what the server sent; until then that it is loading, or why it did not come. What is being refreshed stays in sight, paler. */
export function QueryView<Data>(props: {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}): ReactNode {
  const { app } = useMessages();
  const { query } = props;
  if (query.data === undefined && query.error !== null) {
    return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === undefined) {
    return (
      <div role="status" className={classes['loading']}>
        <Loader size="sm" aria-hidden />
        <span>{app.loading}</span>
      </div>
    );
  }
  return (
    <>
      {query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      <div aria-busy={query.isPlaceholderData} className={classes['content']}>
        {props.children(query.data)}
      </div>
    </>
  );
}
