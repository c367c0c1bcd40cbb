import { importBattles, nameText } from '@understudy/arena';
import { EXIT } from '../../../errors/exit-codes.js';
import type { OptionTable } from '../../../options/option.js';
import { battleOptions } from '../../../options/tables/battle-options.js';
import { jsonOption } from '../../../options/tables/json-option.js';
import { formatCount } from '../../../terminal/format-count.js';
import { printJson } from '../../../terminal/print-json.js';
import { readBattleFile } from '../../battles/read-battle-file.js';
import { leftOutLines } from '../../battles/left-out-text.js';
import { defineCommand } from '../../command.js';
import { openHomeArena } from '../../open-home-arena.js';
import { LONGEST_TITLE } from '../study/study-options.js';

const options = {
  title: {
    flag: 'title',
    arity: 'one',
    placeholder: 'text',
    schema: nameText(LONGEST_TITLE),
    expects: (messages) => messages.expects.name(LONGEST_TITLE),
    text: 'arenaVotesTitle',
    group: 'arena',
  },
  columns: battleOptions.columns,
  json: jsonOption,
} as const satisfies OptionTable;

/** `understudy arena votes import FILE --title TEXT` */
export const votesImport = defineCommand({
  options,
  async run({ values: { title, columns, json }, words }, context) {
    const { messages, stdout } = context;
    const [path = ''] = words;
    await using store = await openHomeArena(context);
    const table = await readBattleFile(path, { columns, keep: [] }, context);
    const { studyId, ...outcome } = await importBattles(store, table, { title, now: Date.now() });
    if (json) {
      printJson(stdout, { study: studyId, title, ...outcome, leftOut: table.leftOut });
      return EXIT.done;
    }
    const { imported, there, next } = messages.arena.votes;
    const counts = { votes: formatCount(outcome.votes), models: formatCount(outcome.models) };
    const lines = [
      outcome.isNew ? imported(studyId, counts) : there(studyId, counts),
      ...leftOutLines(table.leftOut, messages.ratings),
      next(studyId),
    ];
    stdout.write(`${lines.join('\n')}\n`);
    return EXIT.done;
  },
});
