import { UnderstudyError } from '@understudy/core';
import { exportRun, reportRun, type RunReport } from '@understudy/evaluate';
import { describeError, errorRecord, type ErrorRecord } from '../../errors/describe-error.js';
import { formatCount } from '../../terminal/format-count.js';
import { printJson } from '../../terminal/print-json.js';
import { costText, reportText } from '../print-report.js';
import { runModel, type Evaluation } from './evaluation.js';
import { EventView } from './event-view.js';

/** What came of one model: a report, or the error that ended it. */
export type ModelResult =
  | { readonly report: RunReport; readonly failedSamples: number }
  | { readonly model: string; readonly error: ErrorRecord };

/** Evaluates one model and prints what came of it, as text or not at all. */
async function evaluateOne(model: string, evaluation: Evaluation): Promise<ModelResult> {
  const { values, context, display } = evaluation;
  const { messages, stdout, stderr } = context;
  const view = new EventView({ display, messages, showsPrompts: values.writeOut });
  const { runId, status, stored, failedSamples } = await runModel(model, evaluation, view);
  display.clear();
  if (status === 'stopped') {
    display.note(messages.eval.stopped(runId, formatCount(stored), formatCount(view.total)));
    // The unfinished run is gone on with, not begun anew.
    display.note(messages.eval.goOn(context.commandLine.replace(/ --no[-_]resume(?= |$)/, '')));
    return { model, error: { code: 'interrupted', message: messages.errors.interrupted } };
  }
  if (failedSamples > 0) display.note(messages.eval.failedSamples(formatCount(failedSamples)));
  const report = await reportAndWrite(runId, evaluation);
  if (!values.json) stdout.write(reportText(report, messages));
  if (!values.json && values.showConfig) printJson(stdout, taskConfigs(report));
  stderr.write(`${costText(report, messages) ?? ''}\n`);
  return { report, failedSamples };
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

/** Evaluates one model. A failing one is a result among several; alone it is the command's failure and throws. */
export async function evaluateOrReport(model: string, evaluation: Evaluation): Promise<ModelResult> {
  const { values, context, display } = evaluation;
  try {
    return await evaluateOne(model, evaluation);
  } catch (error) {
    if (values.model.length === 1 || !UnderstudyError.isInstance(error)) throw error;
    for (const line of describeError(error, context.messages, context.verbose)) display.note(line);
    return { model, error: errorRecord(error) };
  }
}
