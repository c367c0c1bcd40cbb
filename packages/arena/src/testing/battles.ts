import { MODEL_LABELS } from '../battles/battle-outcome.js';
import { BattleTableBuilder } from '../battles/battle-table-builder.js';
import type { BattleTable } from '../battles/battle-table.js';

/** A battle as a test writes it: `x y model_a` and values of further columns. */
export type WrittenBattle = readonly [line: string, values?: Readonly<Record<string, string>>];

/** A table of battles; `tstamp` is their time. */
export function battles(written: readonly WrittenBattle[]): BattleTable {
  const names = [...new Set(written.flatMap(([, values = {}]) => Object.keys(values)))].filter(
    (name) => name !== 'tstamp',
  );
  const builder = new BattleTableBuilder(names);
  for (const [line, values = {}] of written) {
    const [first = '', second = '', ...label] = line.split(' ');
    const outcome = MODEL_LABELS.get(label.join(' '));
    if (outcome === undefined) throw new TypeError(`no such label: ${line}`);
    builder.add({
      first,
      second,
      outcome,
      values: names.map((name) => values[name]),
      time: Number(values['tstamp'] ?? Number.NaN),
    });
  }
  return builder.build();
}
