import { UnderstudyError } from '@understudy/core';
import { exportRun, reportRun, toResults, type RunReport } from '@understudy/evaluate';
import { openTaskLibrary } from '@understudy/tasks';
import { describeError, errorRecord, type ErrorRecord } from '../../errors/describe-error.js';
import { EXIT } from '../../errors/exit-codes.js';
import { evalOptions } from '../../options/eval-options.js';
import { harnessOptions } from '../../options/harness-options.js';
import { formatCount } from '../../terminal/format-count.js';
import { printJson } from '../../terminal/print-json.js';
import { showProgress } from '../../terminal/progress-display.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../command.js';
import { openHomeStore } from '../open-home-store.js';
import { costText, reportText } from '../print-report.js';
import { checkOptions } from './check-options.js';
import { configOption } from './config-option.js';
import { runModel, type Evaluation } from './evaluation.js';
import { EventView } from './event-view.js';
import { prepareOptions } from './prepare-options.js';
import { firstPrompts } from './print-prompts.js';
import { readChatTemplate } from './read-chat-template.js';

/** What came of one model: a report, or the error that ended it. */
type ModelResult = { readonly report: RunReport } | { readonly model: string; readonly error: ErrorRecord };

async function evaluateOne(model: string, evaluation: Evaluation): Promise<ModelResult> {
  const { values, context, store, display } = evaluation;
  const { messages, stdout, stderr } = context;
  const view = new EventView(display, messages);
  const { runId, status, stored, failedSamples } = await runModel(model, evaluation, view);
  display.clear();
  if (status === 'stopped') {
    display.note(messages.eval.stopped(runId, formatCount(stored), formatCount(view.total)));
    // The unfinished run is gone on with, not begun anew.
    display.note(messages.eval.goOn(context.commandLine.replace(/ --no[-_]resume(?= |$)/, '')));
    return { model, error: { code: 'interrupted', message: messages.errors.interrupted } };
  }
  if (failedSamples > 0) display.note(messages.eval.failedSamples(formatCount(failedSamples)));
  if (values.writeOut) for await (const text of firstPrompts(store, runId, messages)) display.note(text);
  const report = await reportAndWrite(runId, evaluation);
  if (!values.json) stdout.write(reportText(report, messages));
  if (!values.json && values.showConfig) printJson(stdout, taskConfigs(report));
  stderr.write(`${costText(report, messages) ?? ''}\n`);
  return { report };
}

/** Computes the scores, and writes the files that were asked for. */
async function reportAndWrite(runId: string, { values, store, display, context }: Evaluation): Promise<RunReport> {
  const { outputPath, logSamples, predictOnly, bootstrapIters: bootstrapIterations } = values;
  if (outputPath === undefined) return reportRun(store, runId, { bootstrapIterations });
  const samples = logSamples || predictOnly;
  const written = await exportRun(store, { runId, outputPath, samples, bootstrapIterations });
  for (const file of [written.resultsFile, ...written.samplesFiles]) display.note(context.messages.eval.wrote(file));
  return written.report;
}

/** `--show_config`: the full configuration of each task; `--json` has it anyway. */
function taskConfigs({ tasks }: RunReport): object {
  return { configs: Object.fromEntries(tasks.map(({ name, task }) => [name, task.config])) };
}

/** One failing model is a result among several; alone it is the command's failure. */
async function evaluateOrReport(model: string, evaluation: Evaluation): Promise<ModelResult> {
  const { values, context, display } = evaluation;
  try {
    return await evaluateOne(model, evaluation);
  } catch (error) {
    if (values.model.length === 1 || !UnderstudyError.isInstance(error)) throw error;
    for (const line of describeError(error, context.messages, context.verbose)) display.note(line);
    return { model, error: errorRecord(error) };
  }
}

function printResults(results: readonly ModelResult[], { stdout }: CommandContext): void {
  const objects = results.map((result) => ('report' in result ? toResults(result.report) : result));
  printJson(stdout, objects.length === 1 ? (objects[0] ?? {}) : { runs: objects });
}

/** `understudy eval` */
export const evaluate = defineCommand({
  options: { config: configOption, ...evalOptions },
  harnessOptions,
  prepare: prepareOptions,
  async run({ values }, context) {
    checkOptions(values, context.messages);
    const chatTemplate = readChatTemplate(values.applyChatTemplate, context.messages);
    const library = await openTaskLibrary({ includePaths: values.includePath });
    // A wrong name is told before any model is fetched.
    await library.select(values.tasks);
    await using store = await openHomeStore(context.environment);
    using display = showProgress(context.stderr);
    context.signal.addEventListener('abort', () => display.note(context.messages.eval.stopping), { once: true });
    const evaluation = { values, chatTemplate, context, store, library, display };
    const results: ModelResult[] = [];
    for (const model of values.model) {
      results.push(await evaluateOrReport(model, evaluation));
      if (context.signal.aborted) break;
    }
    if (values.json) printResults(results, context);
    if (context.signal.aborted) return EXIT.interrupted;
    return results.some((result) => 'error' in result) ? EXIT.failed : EXIT.done;
  },
});
