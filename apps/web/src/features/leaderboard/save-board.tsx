import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { saveFile } from '../../table/save-file.js';
import { toCsv } from '../../table/to-csv.js';
import type { BoardView } from './board-view.js';
import type { Board } from './calls.js';
import { savedRows } from './saved-rows.js';

/** Name of saved files, without ending. */
export const BOARD_FILE = 'understudy-leaderboard';

/** Saves what is shown as CSV or JSON. */
export function SaveBoard(props: { readonly view: BoardView; readonly findings: Board['findings'] }): ReactNode {
  const { table } = useMessages();
  const rows = () => savedRows(props.view, props.findings);
  const saveCsv = (): void => {
    const saved = rows();
    const header = Object.keys(saved[0] ?? {});
    const text = toCsv(
      header,
      saved.map((row) => header.map((key) => row[key])),
    );
    saveFile(`${BOARD_FILE}.csv`, text, 'text/csv');
  };
  const saveJson = (): void => {
    saveFile(`${BOARD_FILE}.json`, `${JSON.stringify(rows(), null, 2)}\n`, 'application/json');
  };
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={saveCsv}>
        {table.saveCsv}
      </Button>
      <Button size="compact-sm" variant="default" onClick={saveJson}>
        {table.saveJson}
      </Button>
    </>
  );
}
