import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { CopyCode } from '../../page/copy-code.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { defined } from '../filter/results-filter.js';
import { type BoardChange, BoardFilter } from './board-filter.js';
import { BoardNotes } from './board-notes.js';
import { BoardTable } from './board-table.js';
import { boardView } from './board-view.js';
import { type Board, leaderboardQuery } from './calls.js';
import { SaveBoard } from './save-board.js';
import { SettingPanel } from './setting-panel.js';

const ScorePanel = lazy(() => import('./score-panel.js'));
const route = getRouteApi('/leaderboard');

function ShownBoard(props: { readonly board: Board }): ReactNode {
  const { board: texts } = useMessages();
  const { board } = props;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const view = useMemo(() => boardView(board, search), [board, search]);
  const change = (part: BoardChange): void => {
    void navigate({ search: defined({ ...search, ...part }), replace: true, resetScroll: false });
  };
  const sort = (key: string): void => {
    const isSame = view.order.key === key;
    change({ sort: key, reverse: isSame && search.reverse !== true ? true : undefined });
  };
  const choose: Parameters<typeof SettingPanel>[0]['onChoose'] = ({ columns }, key) => {
    const others = (search.settings ?? []).filter((each) => !columns.some((column) => column.key === each));
    change({ settings: [...others, key], sort: undefined, reverse: undefined });
  };
  return (
    <>
      <BoardFilter board={board} search={search} onChange={change} />
      <SettingPanel choices={view.choices} onChoose={choose} />
      <Panel
        title={texts.table}
        note={[texts.shown(view.rows.length, board.rows.length), view.unknown > 0 ? texts.unknown(view.unknown) : '']
          .filter((part) => part !== '')
          .join('. ')}
        actions={view.rows.length > 0 && <SaveBoard view={view} findings={board.findings} />}
      >
        {view.rows.length === 0 ? (
          <Text>{texts.noneFits}</Text>
        ) : (
          <>
            <BoardTable view={view} findings={board.findings} onSort={sort} />
            <BoardNotes view={view} findings={board.findings} />
          </>
        )}
      </Panel>
      {view.rows.length > 0 && (
        <Suspense>
          <ScorePanel view={view} search={search} />
        </Suspense>
      )}
    </>
  );
}

/** Measured results side by side. */
export function LeaderboardPage(): ReactNode {
  const { board: texts } = useMessages();
  const query = useQuery(leaderboardQuery);
  return (
    <Page title={texts.title} about={texts.about} wide>
      <QueryView query={query}>
        {(board) =>
          board.rows.length === 0 ? (
            <Panel>
              <Text fw={600}>{texts.none}</Text>
              <Text size="sm">{texts.noneHint}</Text>
              <CopyCode
                testId="first-command"
                value="understudy eval --model smollm2-135m-instruct --tasks arc_easy --limit 200"
              />
            </Panel>
          ) : (
            <ShownBoard board={board} />
          )
        }
      </QueryView>
    </Page>
  );
}
