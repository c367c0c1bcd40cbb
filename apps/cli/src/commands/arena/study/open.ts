import { EXIT } from '../../../errors/exit-codes.js';
import { jsonOption } from '../../../options/tables/json-option.js';
import { printJson } from '../../../terminal/print-json.js';
import { defineCommand } from '../../command.js';
import { openHomeArena } from '../../open-home-arena.js';
import { planFromStore } from './plan.js';
import { planOptions } from './study-options.js';
import { balanceFields } from './study-text.js';

/** `understudy arena study open ID` */
export const studyOpen = defineCommand({
  options: { ...planOptions, json: jsonOption },
  async run({ values, words }, context) {
    const { messages, stdout } = context;
    const [id = ''] = words;
    await using store = await openHomeArena(context);
    const { items, balance } = await planFromStore(store, await store.getStudy(id), values);
    await store.openStudy(id, items, Date.now());
    if (values.json) printJson(stdout, { study: await store.getStudy(id), balance });
    else stdout.write(`${balanceFields(balance, messages)}\n\n${messages.arena.study.opened(id)}\n`);
    return EXIT.done;
  },
});
