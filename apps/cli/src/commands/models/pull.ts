import { pullModel } from '@understudy/catalog';
import type { ModelFiles } from '@understudy/core';
import { EXIT } from '../../errors/exit-codes.js';
import { jsonOption } from '../../options/tables/json-option.js';
import { printJson } from '../../terminal/print-json.js';
import { showProgress } from '../../terminal/show-progress.js';
import { defineCommand } from '../command.js';
import { transferOptions } from '../transfer-options.js';

/** `understudy models pull SPEC…` */
export const modelsPull = defineCommand({
  options: { json: jsonOption },
  async run({ values, words }, context) {
    const { messages, stdout, stderr } = context;
    const models: ModelFiles[] = [];
    {
      using display = showProgress(stderr);
      for (const spec of words) models.push(await pullModel(spec, transferOptions(context, display)));
    }
    if (values.json) printJson(stdout, { models });
    else for (const { name, paths } of models) stdout.write(`${messages.models.pulled(name, paths.join(' '))}\n`);
    return EXIT.done;
  },
});
