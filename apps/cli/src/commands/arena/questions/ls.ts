import { PRESET_SETS } from '@understudy/arena';
import { EXIT } from '../../../errors/exit-codes.js';
import { jsonOption } from '../../../options/tables/json-option.js';
import { formatColumns } from '../../../terminal/columns.js';
import { formatCount } from '../../../terminal/format-count.js';
import { printJson } from '../../../terminal/print-json.js';
import { defineCommand } from '../../command.js';
import { openHomeArena } from '../../open-home-arena.js';

/** `understudy arena questions ls` */
export const questionsLs = defineCommand({
  options: { json: jsonOption },
  async run({ values }, context) {
    const { messages, stdout } = context;
    await using store = await openHomeArena(context);
    const sets = await store.listQuestionSets();
    const builtIn = PRESET_SETS.filter((name) => !sets.some(({ id }) => id === name));
    if (values.json) {
      printJson(stdout, { sets, builtIn });
      return EXIT.done;
    }
    const { columns, none, notImported } = messages.arena.questions;
    const titles = [
      { title: columns.id },
      { title: columns.questions, align: 'right' as const },
      { title: columns.title },
    ];
    const rows = sets.map(({ id, questions, title, licence }) => [id, formatCount(questions), title, licence ?? '']);
    stdout.write(`${sets.length === 0 ? none : formatColumns([...titles, { title: columns.licence }], rows)}\n`);
    if (builtIn.length > 0) stdout.write(`${notImported(builtIn.join(', '))}\n`);
    return EXIT.done;
  },
});
