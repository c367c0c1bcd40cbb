import type { ChatTemplate, EngineInfo, ResolvedModel } from '@understudy/core';
import { DocumentSet, type JsonObject, type Run, type RunTask } from '@understudy/store';
import type { Task, TaskNode, TaskSelection } from '@understudy/tasks';
import type { EvaluateOptions, EvaluateServices } from './evaluate-options.js';
import { fingerprint } from './fingerprint.js';
import { documentOptions, type LeafRun } from './leaf-run.js';
import { engineFor, type RunEngines } from './open-engines.js';

/** A run in our possession and what is left to do. */
export interface OpenedRun {
  readonly run: Run;
  readonly leaves: readonly LeafRun[];
  readonly isResumed: boolean;
}

/** Everything a run is made of. */
export interface OpenRunOptions {
  readonly options: EvaluateOptions;
  readonly services: Pick<EvaluateServices, 'store' | 'version'>;
  readonly model: ResolvedModel;
  readonly engines: RunEngines;
  readonly selection: TaskSelection;
  readonly tasks: readonly Task[];
  /** The chat template that the prompts are written with. */
  readonly template: ChatTemplate | undefined;
}

/** Goes on with an unfinished run of the same work, or begins a new one. */
export async function openRun(given: OpenRunOptions): Promise<OpenedRun> {
  const { options, services, tasks, engines } = given;
  const { store } = services;
  const runTasks = tasks.map((task) => toRunTask(task, options));
  const work = fingerprintOf(given, runTasks);
  const earlier = options.resume ? await store.findResumable(work) : undefined;
  const run =
    earlier === undefined
      ? await store.createRun({ ...describeRun(given), fingerprint: work })
      : await store.resumeRun(earlier.id);
  const leaves: LeafRun[] = [];
  for (const [at, task] of tasks.entries()) {
    await store.addTask(run.id, runTasks[at]!);
    const stored = earlier === undefined ? new DocumentSet() : await store.storedDocuments(run.id, task.name);
    leaves.push({
      task,
      engine: engineFor(task.outputType, engines),
      stored,
      expected: runTasks[at]!.documentsExpected,
    });
  }
  return { run, leaves, isResumed: earlier !== undefined };
}

function toRunTask(task: Task, options: EvaluateOptions): RunTask {
  return {
    task: task.name,
    version: String(task.version),
    numFewshot: task.numFewshot,
    documentsTotal: task.documentCount,
    documentsExpected: task.countDocuments(documentOptions(task, options)),
    higherIsBetter: task.higherIsBetter,
    config: task.configForReport(),
  };
}

/** Settings that can change a result. */
function settingsOf({ options, engines, template }: OpenRunOptions) {
  const { numFewshot, limit, samples, systemInstruction, fewshotAsMultiturn, genKwargs, seeds, predictOnly } = options;
  const { scoring, generation } = engines.choices;
  return {
    numFewshot,
    limit,
    samples,
    applyChatTemplate: options.applyChatTemplate !== false,
    chatTemplate: template && { ...template },
    systemInstruction,
    fewshotAsMultiturn,
    genKwargs,
    seeds,
    predictOnly,
    scoring: engines.scoring && { ...scoring, ...engines.scoring.info },
    generation: engines.generation && { ...generation, ...engines.generation.info },
  };
}

/** Content identity of the model: that of the engine, which for a remote one has asked the server. */
function identityOf({ model, engines }: Pick<OpenRunOptions, 'model' | 'engines'>): string {
  return engines.all[0]?.info.identity ?? model.name;
}

/**
 * What a run is about. The data sets' commits are part of it: a run is not gone on with on other rows. The reasons for the engines
 * are not: they tell of the machine's memory, which may change; nor is what a server reports of its configuration, which for a provider
 * with many machines changes from one answer to the next and is kept with each answer. Of a chat template counts what it says, not
 * what it is called.
 */
function fingerprintOf(given: OpenRunOptions, runTasks: readonly RunTask[]): string {
  const { services, tasks } = given;
  const { scoring, generation, chatTemplate, ...settings } = settingsOf(given);
  return fingerprint({
    identity: identityOf(given),
    version: services.version,
    settings: {
      ...settings,
      chatTemplate: chatTemplate && { ...chatTemplate, name: undefined, origin: undefined },
      scoring: withoutPassing(scoring),
      generation: withoutPassing(generation),
    },
    tasks: runTasks,
    data: tasks.map(({ datasetCommit }) => datasetCommit ?? null),
  });
}

function withoutPassing<T extends { readonly reason: string } & Pick<EngineInfo, 'server'>>(
  chosen: T | undefined,
): Omit<T, 'reason' | 'server'> | undefined {
  if (chosen === undefined) return undefined;
  const { reason: _reason, server: _server, ...rest } = chosen;
  return rest;
}

function describeRun(
  given: OpenRunOptions,
): Omit<Parameters<EvaluateServices['store']['createRun']>[0], 'fingerprint'> {
  const { options, services, model, engines, selection } = given;
  return {
    model: model.name,
    identity: identityOf(given),
    source: 'understudy',
    engine: { scoring: engines.scoring?.info, generation: engines.generation?.info },
    settings: settingsOf(given),
    command: options.command,
    selection: { roots: selection.roots.map(describeNode) },
    seed: options.seeds.fewshot,
    version: services.version,
  };
}

/** A node of the selection as plain data: a task's name, or a group with its settings and members. */
function describeNode(node: TaskNode): JsonObject {
  return node.kind === 'task'
    ? { kind: node.kind, name: node.name }
    : { kind: node.kind, name: node.name, config: node.config, members: node.members.map(describeNode) };
}
