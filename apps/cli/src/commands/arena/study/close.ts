import { EXIT } from '../../../errors/exit-codes.js';
import { jsonOption } from '../../../options/tables/json-option.js';
import { printJson } from '../../../terminal/print-json.js';
import { defineCommand } from '../../command.js';
import { openHomeArena } from '../../open-home-arena.js';

/** `understudy arena study close ID` */
export const studyClose = defineCommand({
  options: { json: jsonOption },
  async run({ values, words }, context) {
    const { messages, stdout } = context;
    const [id = ''] = words;
    await using store = await openHomeArena(context);
    await store.closeStudy(id, Date.now());
    if (values.json) printJson(stdout, { study: await store.getStudy(id) });
    else stdout.write(`${messages.arena.study.closed(id)}\n`);
    return EXIT.done;
  },
});
