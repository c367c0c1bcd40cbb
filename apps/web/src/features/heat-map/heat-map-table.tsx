import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { SaveTable } from '../../table/save-table.js';
import type { HeatMap } from './calls.js';
import { showCell } from './heat-map-cell.js';
import classes from './heat-map.module.css';

/** With more models than these the cells are smaller. */
const DENSE_MODELS = 20;

interface SavedCell {
  readonly row: string;
  readonly column: string;
  readonly value: number | null;
  readonly votes: number;
}

function savedCells(map: HeatMap): readonly SavedCell[] {
  return map.models.flatMap((row, i) =>
    map.models.flatMap((column, j) =>
      i === j ? [] : [{ row: row.id, column: column.id, value: map.cells[i]?.[j] ?? null, votes: map.n[i]?.[j] ?? 0 }],
    ),
  );
}

/** The map as a table of numbers, coloured: what it shows can be read without any colour. */
export function HeatMapTable(props: { readonly map: HeatMap }): ReactNode {
  const { heatMap } = useMessages();
  const { map } = props;
  const mostVotes = Math.max(0, ...map.n.flat());
  return (
    <>
      <div
        className={classes['scroll']}
        tabIndex={0}
        role="region"
        aria-label={heatMap.caption(heatMap.kinds[map.kind])}
      >
        <table className={classes['map']} data-dense={map.models.length > DENSE_MODELS}>
          <caption className="visually-hidden">{heatMap.caption(heatMap.kinds[map.kind])}</caption>
          <thead>
            <tr>
              <td />
              {map.models.map((model) => (
                <th key={model.id} scope="col" title={model.name}>
                  <span>{model.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.models.map((row, i) => (
              <tr key={row.id}>
                <th scope="row" title={row.name}>
                  {row.name}
                </th>
                {map.models.map((column, j) => {
                  const votes = map.n[i]?.[j] ?? 0;
                  const cell = showCell(map.kind, map.cells[i]?.[j] ?? null, votes, mostVotes);
                  return (
                    <td
                      key={column.id}
                      data-hatched={cell.isHatched}
                      data-self={i === j}
                      style={cell.background === null ? undefined : { backgroundColor: cell.background }}
                      title={
                        i === j || cell.text === ''
                          ? undefined
                          : `${row.name} ${heatMap.against} ${column.name}: ${heatMap.cell(cell.text, votes)}`
                      }
                    >
                      {cell.text}
                      {cell.isHatched && <span className="visually-hidden"> ({heatMap.few})</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SaveTable
        fileName={`understudy-heat-map-${map.kind}`}
        rows={savedCells(map)}
        columns={[
          { key: 'row', header: heatMap.columns.row, value: ({ row }) => row },
          { key: 'column', header: heatMap.columns.column, value: ({ column }) => column },
          { key: 'value', header: heatMap.columns.value, value: ({ value }) => value },
          { key: 'votes', header: heatMap.columns.votes, value: ({ votes }) => votes },
        ]}
      />
    </>
  );
}
