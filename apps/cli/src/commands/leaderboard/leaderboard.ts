import { readCatalog } from '@understudy/catalog';
import {
  buildLeaderboard,
  flatCells,
  readMeasurements,
  type Leaderboard,
  type Measurements,
} from '@understudy/evidence';
import { EXIT } from '../../errors/exit-codes.js';
import { UsageError } from '../../errors/usage-error.js';
import type { OptionValues } from '../../options/option.js';
import { printable } from '../../terminal/printable.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../command.js';
import { keepMissingResults } from '../keep-missing-results.js';
import { openHomeStore } from '../open-home-store.js';
import { writeOutput } from '../write-output.js';
import { boardRecord } from './board-record.js';
import { boardText } from './board-text.js';
import { cellLines } from './cell-lines.js';
import { leaderboardOptions } from './leaderboard-options.js';

type Values = OptionValues<typeof leaderboardOptions>;

/** `understudy leaderboard` */
export const leaderboard = defineCommand({
  options: leaderboardOptions,
  async run({ values }, context) {
    const { messages } = context;
    if (values.json && values.csv) {
      throw new UsageError({ message: messages.errors.jsonAndCsv, hint: messages.errors.seeHelp });
    }
    const { tasks, area: areas, allMetrics, parts } = values;
    const criteria = {
      commercialUses: values.commercial,
      languages: values.language,
      maxParameters: values.maxParameters,
      releasedSince: values.releasedSince,
      isOpen: values.open,
    };
    await using store = await openHomeStore(context);
    await keepMissingResults(store, context);
    const catalog = await readCatalog();
    const measurements = await readMeasurements(store, catalog);
    const board = buildLeaderboard(measurements, catalog, { tasks, areas, allMetrics, parts, criteria });
    await writeOutput(piecesOf(board, measurements, { values, context }), values.output, context);
    return EXIT.done;
  },
});

function piecesOf(
  board: Leaderboard,
  measurements: Measurements,
  { values, context }: { readonly values: Values; readonly context: CommandContext },
): Iterable<string> {
  if (values.csv) return cellLines(flatCells(board));
  if (values.json) return [`${JSON.stringify(boardRecord(board, measurements), null, 2)}\n`];
  const { messages } = context;
  const isByTask = values.tasks !== undefined || values.allMetrics || values.parts;
  return [`${printable(boardText(board, measurements, { messages, isByTask }))}\n`];
}
