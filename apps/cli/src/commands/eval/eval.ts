import type { ChatTemplate } from '@understudy/core';
import { toResults } from '@understudy/evaluate';
import { openTaskLibrary } from '@understudy/tasks';
import { EXIT } from '../../errors/exit-codes.js';
import { evalOptions } from '../../options/tables/eval-options.js';
import { remoteUse } from '../../options/tables/remote-use.js';
import { harnessOptions } from '../../options/harness/harness-options.js';
import { printJson } from '../../terminal/print-json.js';
import { showProgress } from '../../terminal/show-progress.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../command.js';
import { givenChatTemplate } from '../given-chat-template.js';
import { openHomeStore } from '../open-home-store.js';
import { checkOptions } from './check-options.js';
import { configOption } from './config-option.js';
import { evaluateOrReport, type ModelResult } from './model-result.js';
import { prepareOptions } from './prepare-options.js';

/** One model's object, or `{"runs": […]}` where several were asked for, however many of them were reached. */
function printResults(results: readonly ModelResult[], asked: number, { stdout }: CommandContext): void {
  const objects = results.map((result) => ('report' in result ? toResults(result.report) : result));
  printJson(stdout, asked === 1 ? (objects[0] ?? {}) : { runs: objects });
}

/** `--apply_chat_template NAME|FILE` as the template itself; true and false stay what they are. */
async function chosenTemplate(value: boolean | string, { messages }: CommandContext): Promise<boolean | ChatTemplate> {
  return typeof value === 'boolean' ? value : givenChatTemplate({ option: '--apply_chat_template', value }, messages);
}

/** `understudy eval` */
export const evaluate = defineCommand({
  options: { config: configOption, ...evalOptions },
  harnessOptions,
  prepare: prepareOptions,
  async run({ values }, context) {
    checkOptions(values, context.messages);
    const chatTemplate = await chosenTemplate(values.applyChatTemplate, context);
    const library = await openTaskLibrary({ includePaths: values.includePath });
    // A wrong name is told before any model is fetched.
    await library.select(values.tasks);
    await using store = await openHomeStore(context);
    using display = showProgress(context.stderr);
    context.signal.addEventListener('abort', () => display.note(context.messages.eval.stopping), { once: true });
    const remote = remoteUse(values, context);
    const evaluation = { values, chatTemplate, context, store, library, display, remote };
    const results: ModelResult[] = [];
    for (const model of values.model) {
      results.push(await evaluateOrReport(model, evaluation));
      if (context.signal.aborted) break;
    }
    if (values.json) printResults(results, values.model.length, context);
    if (context.signal.aborted) return EXIT.interrupted;
    return results.every((result) => 'report' in result && result.failedSamples === 0) ? EXIT.done : EXIT.failed;
  },
});
