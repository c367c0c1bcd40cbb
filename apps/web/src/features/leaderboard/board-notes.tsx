import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { isStaticSite } from '../../server/static-site.js';
import { type BoardView, cellsOf } from './board-view.js';
import type { Board } from './calls.js';
import { MARKS, type MarkName, marksOf } from './cell-marks.js';
import classes from './leaderboard.module.css';

/** What the marks in the table mean, and what each source says word by word. */
export function BoardNotes(props: { readonly view: BoardView; readonly findings: Board['findings'] }): ReactNode {
  const { board } = useMessages();
  const { view, findings } = props;
  const cells = view.columns.flatMap((column) => cellsOf(view, column));
  const used = new Set(cells.flatMap((cell) => marksOf(cell, findings)));
  const places = new Set(cells.flatMap((cell) => cell.findings));
  return (
    <div>
      <ul className={classes['notes']} aria-label={board.marksNote}>
        {/* The names are those of the table. */}
        {(Object.keys(MARKS) as MarkName[])
          .filter((name) => used.has(name))
          .map((name) => (
            <li key={name}>
              {MARKS[name]} {board.marks[name]}
            </li>
          ))}
        <li>{board.notChecked}</li>
        {isStaticSite && <li>{board.published}</li>}
      </ul>
      {places.size > 0 && (
        <>
          <Text size="sm" fw={600} mt="sm">
            {board.findings}
          </Text>
          <ul className={classes['notes']}>
            {findings
              .filter((_, place) => places.has(place))
              .map(({ benchmark, finding, statement, sources }) => (
                <li key={`${benchmark} ${statement}`}>
                  {MARKS[finding]} {benchmark}: {statement} ({sources.join('; ')})
                </li>
              ))}
          </ul>
        </>
      )}
    </div>
  );
}
