import { UnderstudyError, UserError, type OnProgress } from '@understudy/core';
import type { OpenModel } from '@understudy/engines';
import type { TaskSelection } from '@understudy/tasks';
import { checkCapabilities } from '../plan/check-capabilities.js';
import { checkTurns, openChat } from '../plan/open-chat.js';
import { openTasks } from '../plan/open-tasks.js';
import { engineNeeds, type EngineNeeds } from './engine-needs.js';
import type { EvaluateOptions, EvaluateServices } from './evaluate-options.js';
import { eventStream } from './event-stream.js';
import { openEngines, type RunEngines } from './open-engines.js';
import { openRun } from './open-run.js';
import type { RunEvent, RunOutcome } from './run-event.js';
import { Session } from './session.js';

/**
 * Evaluates one model on tasks: yields what happens and returns how it ended. Samples are stored as they are made; the same
 * options again go on where a stopped run ended.
 * @throws UserError, DataError for what cannot begin, `interrupted` when the signal aborts before there is a run; EngineError when an engine dies, after what was computed is stored
 */
export function evaluateModel(
  options: EvaluateOptions,
  services: EvaluateServices,
): AsyncGenerator<RunEvent, RunOutcome> {
  return eventStream<RunEvent, RunOutcome>(async (emit, abandoned) => {
    const signal = options.signal === undefined ? abandoned : AbortSignal.any([options.signal, abandoned]);
    try {
      return await evaluate({ ...options, signal }, services, emit);
    } catch (error) {
      throw signal.aborted && !UnderstudyError.isInstance(error) ? interrupted(options, error) : error;
    }
  });
}

/** Fetching, converting and opening end with the signal's own reason, which is no error of ours; a run that began ends as `stopped`. */
function interrupted({ model }: EvaluateOptions, cause: unknown): UserError {
  return new UserError({
    code: 'interrupted',
    message: `Stopped before the run of ${model} began.`,
    hint: 'What was fetched so far is kept; the same command goes on from there.',
    values: { model },
    cause,
  });
}

async function evaluate(
  options: EvaluateOptions,
  services: EvaluateServices,
  emit: (event: RunEvent) => void,
): Promise<RunOutcome> {
  const { store } = services;
  const { signal } = options;
  const startedAt = performance.now();
  const onProgress: OnProgress = (progress) => emit({ type: 'model-progress', progress });
  const selection = await services.library.select(options.tasks);
  const needs = engineNeeds(selection.tasks, options.genKwargs);
  for (const message of needs.notes) emit({ type: 'notice', message });
  const resolved = await services.resolveModel(options.model, { onProgress, signal });
  await using model = services.openModel({ model: resolved, settings: options.engine, onProgress, signal });
  const opening = openCapableEngines(model, { selection, options, needs }, emit);
  // Data sets are fetched while the engines load. A failure of one must not leave that of the other unhandled.
  opening.catch(() => undefined);
  const chat = await openChat({
    model: resolved,
    applyChatTemplate: options.applyChatTemplate,
    engine: async () => (await opening).all[0],
  });
  const tasks = await openTasks({ selection, options, openDataset: services.openDataset, chat });
  checkTurns(chat, tasks, options);
  const engines = await opening;
  const template = chat?.template;
  const { run, leaves, isResumed } = await openRun({
    options,
    services,
    model: resolved,
    engines,
    selection,
    tasks,
    template,
  });
  const session = new Session({ store, run, engines, emit, leaves, stop: template?.stop ?? [], startedAt });
  emit({ type: 'run-started', runId: run.id, isResumed, documents: session.documents, stored: session.done });
  return await session.work(options);
}

/** Opens the engines; tasks that they cannot do are refused before anything is computed, and before it costs anything. */
async function openCapableEngines(
  model: OpenModel,
  {
    selection,
    options,
    needs,
  }: { readonly selection: TaskSelection; readonly options: EvaluateOptions; readonly needs: EngineNeeds },
  emit: (event: RunEvent) => void,
): Promise<RunEngines> {
  const engines = await openEngines(model, needs, emit);
  checkCapabilities(selection.tasks, engines, options);
  return engines;
}
