import { openTaskLibrary, type TaskLibrary, type TaskListing } from '@understudy/tasks';
import { EXIT } from '../../errors/exit-codes.js';
import type { Messages } from '../../messages/messages.js';
import { includePathOption } from '../../options/tables/include-path-option.js';
import { jsonOption } from '../../options/tables/json-option.js';
import { formatColumns } from '../../terminal/columns.js';
import { shortList } from '../../terminal/short-list.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';

/** `tasks show` has the whole of it. */
const LICENCE_WIDTH = 28;

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`;
}

/** All listings, or those of what the patterns stand for with their members. */
async function chosenListings(library: TaskLibrary, patterns: readonly string[]): Promise<readonly TaskListing[]> {
  if (patterns.length === 0) return library.list();
  const { roots, groups, tasks } = await library.select(patterns);
  const names = new Set([...roots, ...groups, ...tasks].map(({ name }) => name));
  return library.list().filter(({ name }) => names.has(name));
}

function taskTable(listings: readonly TaskListing[], { columns, kind }: Messages['tasks']): string {
  return formatColumns(
    [{ title: columns.name }, { title: columns.kind }, { title: columns.measures }, { title: columns.licence }],
    listings.map((listing) => [
      listing.name,
      kind[listing.kind],
      listing.measures ?? shortList(listing.members),
      cut(listing.licence ?? '', LICENCE_WIDTH),
    ]),
  );
}

/** `understudy tasks ls [PATTERN…]` */
export const tasksLs = defineCommand({
  options: { includePath: includePathOption, json: jsonOption },
  async run({ values, words }, { messages, stdout }) {
    const library = await openTaskLibrary({ includePaths: values.includePath });
    const listings = await chosenListings(library, words);
    if (values.json) printJson(stdout, { tasks: listings });
    else stdout.write(`${taskTable(listings, messages.tasks)}\n`);
    return EXIT.done;
  },
});
