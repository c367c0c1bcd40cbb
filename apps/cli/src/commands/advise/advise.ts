import { advise, checkNeeds, storedSources } from '@understudy/advise';
import { readCatalog } from '@understudy/catalog';
import { buildLeaderboard, readMeasurements } from '@understudy/evidence';
import { EXIT } from '../../errors/exit-codes.js';
import { readConfigFile } from '../../options/config-file.js';
import { printable } from '../../terminal/printable.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';
import { keepMissingResults } from '../keep-missing-results.js';
import { openHomeStore } from '../open-home-store.js';
import { adviseOptions } from './advise-options.js';
import { adviceText } from './advice-text.js';

/** `understudy advise [NEEDS]`. That no model fits is an answer as well, with exit code 0. */
export const adviseCommand = defineCommand({
  options: adviseOptions,
  /** The command line over the file. */
  prepare: (given, { messages }, [path]) =>
    path === undefined ? given : { ...readConfigFile(path, adviseOptions, messages), ...given },
  async run({ values }, context) {
    const { messages, stdout } = context;
    const { json, ...wanted } = values;
    const needs = checkNeeds(wanted);
    const catalog = await readCatalog();
    await using store = await openHomeStore(context);
    await keepMissingResults(store, context);
    const measurements = await readMeasurements(store, catalog);
    const board = buildLeaderboard(measurements, catalog);
    const advice = await advise(needs, storedSources({ store, catalog, board }));
    if (json) printJson(stdout, advice);
    else stdout.write(`${printable(adviceText(advice, messages.advise))}\n`);
    return EXIT.done;
  },
});
