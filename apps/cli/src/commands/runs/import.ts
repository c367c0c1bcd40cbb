import { importRun } from '@understudy/evaluate';
import { EXIT } from '../../errors/exit-codes.js';
import { jsonOption } from '../../options/tables/json-option.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';
import { openHomeStore } from '../open-home-store.js';

/** `understudy runs import DIR` */
export const runsImport = defineCommand({
  options: { json: jsonOption },
  async run({ values, words }, context) {
    const { messages, stdout } = context;
    const [path = ''] = words;
    await using store = await openHomeStore(context);
    const { run, isNew } = await importRun(store, path);
    const text = isNew ? messages.runs.imported(run.id, run.model) : messages.runs.importedBefore(run.id);
    if (values.json) printJson(stdout, { run: run.id, isNew });
    else stdout.write(`${text}\n`);
    return EXIT.done;
  },
});
