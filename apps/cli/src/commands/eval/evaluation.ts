import { resolveSpec } from '@understudy/catalog';
import { openDataset } from '@understudy/datasets';
import { openModel, planModel, type RemoteUse } from '@understudy/engines';
import { evaluateModel, type EvaluateOptions, type EvaluateServices, type RunOutcome } from '@understudy/evaluate';
import { understudyHome } from '@understudy/hub';
import type { Store } from '@understudy/store';
import type { TaskLibrary } from '@understudy/tasks';
import { engineSettings } from '../../options/tables/engine-settings.js';
import { readGenerationFiles } from '../../options/values/generation-files.js';
import type { EvalValues } from '../../options/tables/eval-options.js';
import type { ProgressDisplay } from '../../terminal/progress-display.js';
import type { CommandContext } from '../command-context.js';
import { transferOptions } from '../transfer-options.js';
import type { EventView } from './event-view.js';

/** What all models of one call share. */
export interface Evaluation {
  readonly values: EvalValues;
  /** The chat template asked for, true for the model's own, false for none. */
  readonly chatTemplate: EvaluateOptions['applyChatTemplate'];
  readonly context: CommandContext;
  readonly store: Store;
  readonly library: TaskLibrary;
  readonly display: ProgressDisplay;
  readonly remote: RemoteUse;
}

function evaluateOptions(model: string, { values, chatTemplate, context }: Evaluation): EvaluateOptions {
  const { numFewshot, limit, samples, systemInstruction, fewshotAsMultiturn, genKwargs, predictOnly, resume } = values;
  return {
    model,
    tasks: values.tasks,
    numFewshot,
    limit,
    samples,
    applyChatTemplate: chatTemplate,
    systemInstruction,
    fewshotAsMultiturn,
    genKwargs: genKwargs && readGenerationFiles(genKwargs, context.messages),
    seeds: values.seed,
    engine: engineSettings(values),
    predictOnly,
    resume,
    command: { line: context.commandLine },
    signal: context.signal,
  };
}

function services({ values, context, store, library, display, remote }: Evaluation): EvaluateServices {
  const { environment, verbose, version } = context;
  const transfer = transferOptions(context, display);
  return {
    store,
    library,
    openDataset: (request) => openDataset({ ...transfer, ...request }),
    resolveModel: (spec, options) =>
      resolveSpec(spec, {
        ...transfer,
        ...options,
        adapters: values.adapter,
        draft: values.draftModel,
        slidingWindow: values.slidingWindow,
        // A model that cannot be run is refused before it is read as a whole.
        inspect: (paths) =>
          void planModel({ paths, settings: engineSettings(values), hasAdapters: values.adapter.length > 0 }),
      }),
    openModel: (options) =>
      openModel({
        ...options,
        remote,
        home: understudyHome(environment),
        onLog: verbose ? (line) => display.note(line) : undefined,
      }),
    version,
  };
}

/** Evaluates one model, showing what happens. */
export async function runModel(model: string, evaluation: Evaluation, view: EventView): Promise<RunOutcome> {
  const events = evaluateModel(evaluateOptions(model, evaluation), services(evaluation));
  for (;;) {
    const { done, value } = await events.next();
    if (done === true) return value;
    view.show(value);
  }
}
