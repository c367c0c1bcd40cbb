import { reportRun, toResults } from '@understudy/evaluate';
import { EXIT } from '../../errors/exit-codes.js';
import { jsonOption } from '../../options/tables/json-option.js';
import { resultOptions } from '../../options/tables/result-options.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';
import { openHomeStore } from '../open-home-store.js';
import { costText, reportText } from '../print-report.js';

/** `understudy runs show RUN` */
export const runsShow = defineCommand({
  options: { bootstrapIters: resultOptions.bootstrapIters, json: jsonOption },
  async run({ values, words }, context) {
    const { messages, stdout } = context;
    const [word = ''] = words;
    await using store = await openHomeStore(context);
    const { id } = await store.getRun(word);
    const report = await reportRun(store, id, { bootstrapIterations: values.bootstrapIters });
    if (values.json) printJson(stdout, toResults(report));
    else stdout.write(`${reportText(report, messages)}${costText(report, messages) ?? ''}\n`);
    return EXIT.done;
  },
});
