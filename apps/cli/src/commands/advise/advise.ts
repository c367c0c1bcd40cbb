import { existsSync } from 'node:fs';
import { advise, checkNeeds, storedSources } from '@understudy/advise';
import { readCatalog } from '@understudy/catalog';
import { buildLeaderboard, readMeasurements } from '@understudy/evidence';
import type { Messages } from '../../messages/messages.js';
import type { GivenValues } from '../../options/given-values.js';
import { UsageError } from '../../errors/usage-error.js';
import { EXIT } from '../../errors/exit-codes.js';
import { readConfigFile } from '../../options/config-file.js';
import { printable } from '../../terminal/printable.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';
import { keepMissingResults } from '../keep-missing-results.js';
import { openHomeArena } from '../open-home-arena.js';
import { openHomeStore } from '../open-home-store.js';
import { adviseOptions } from './advise-options.js';
import { adviceText } from './advice-text.js';
import { homeVotes } from './home-votes.js';

/** Raises `UsageError` `needs-unreadable` where there is no such file: it may be meant as the value of a switch. */
function readNeedsFile(path: string, messages: Messages): GivenValues {
  if (existsSync(path)) return readConfigFile(path, { name: 'advise', options: adviseOptions }, messages);
  const { needsUnreadable, needsHint } = messages.errors;
  throw new UsageError({ code: 'needs-unreadable', message: needsUnreadable(path), hint: needsHint });
}

/** `understudy advise [NEEDS]`. That no model fits is an answer as well, with exit code 0. */
export const adviseCommand = defineCommand({
  options: adviseOptions,
  /** The command line over the file. */
  prepare: (given, { messages }, [path]) =>
    path === undefined ? given : { ...readNeedsFile(path, messages), ...given },
  async run({ values }, context) {
    const { messages, stdout } = context;
    const { json, ...wanted } = values;
    const needs = checkNeeds(wanted);
    const catalog = await readCatalog();
    await using store = await openHomeStore(context);
    await keepMissingResults(store, context);
    const measurements = await readMeasurements(store, catalog);
    const board = buildLeaderboard(measurements, catalog);
    await using arena = await openHomeArena(context);
    const advice = await advise(needs, storedSources({ store, catalog, board, votes: homeVotes(arena) }));
    if (json) printJson(stdout, advice);
    else stdout.write(`${printable(adviceText(advice, messages.advise))}\n`);
    return EXIT.done;
  },
});
