import { UserError, type Engine } from '@understudy/core';
import type { TaskDefinition } from '@understudy/tasks';
import type { EvaluateOptions } from '../run/evaluate-options.js';
import type { RunEngines } from '../run/open-engines.js';
import { sendsMessages } from './sends-messages.js';

/** Names listed at the most. */
const MOST_NAMES = 5;

/** Metrics that ask whether a continuation is the greedy one, where a task of the kind can also do without. */
const GREEDY_METRICS: ReadonlySet<unknown> = new Set(['exact_match']);

type Options = Pick<EvaluateOptions, 'applyChatTemplate'>;

/**
 * Refuses tasks that the engines cannot do. A model that cannot score given texts must never come to a score by chance, and a part of
 * a selection never passes for the whole: nothing is computed then. Throws `UserError`.
 */
export function checkCapabilities(tasks: readonly TaskDefinition[], engines: RunEngines, options: Options): void {
  const scored = tasks.filter((task) => !isGenerated(task));
  if (engines.scoring !== undefined) checkScores(scored, engines.scoring, options);
  if (engines.generation !== undefined) checkTexts(tasks.filter(isGenerated), engines.generation, options);
}

function isGenerated({ config }: TaskDefinition): boolean {
  return config.output_type === 'generate_until';
}

function checkScores(tasks: readonly TaskDefinition[], engine: Engine, options: Options): void {
  const { capabilities } = engine.info;
  if (capabilities.logProbabilities !== 'continuation') {
    throw new UserError({
      code: 'log-probabilities-missing',
      message: `${names(tasks)} need log-probabilities of given texts, which ${nameOf(engine)} does not give; a score without them would be chance.${reason(engine.info.server?.scoresRefused)}`,
      hint: 'Take the forms of these tasks that generate the answer and extract it: TASK_generate; `understudy tasks ls generate` lists them.',
      values: { tasks: tasks.map(({ name }) => name) },
    });
  }
  if (sendsMessages(engine, options)) {
    throw new UserError({
      code: 'chat-not-scored',
      message: `${names(tasks)} need log-probabilities of given texts, but ${nameOf(engine)} applies its chat template itself, to whole conversations only.`,
      hint: 'Leave --apply_chat_template out, or give the template as a file: --apply_chat_template FILE. The forms TASK_generate work as they are.',
      values: { tasks: tasks.map(({ name }) => name) },
    });
  }
  const needing = tasks.filter(needsGreedyFlag);
  if (capabilities.greedyFlag || needing.length === 0) return;
  throw new UserError({
    code: 'greedy-flag-missing',
    message: `${names(needing)} ask whether a continuation is the most probable one, which ${nameOf(engine)} does not tell.`,
    hint: 'Leave these tasks out, or use a server that lists the most probable tokens (top_logprobs).',
    values: { tasks: needing.map(({ name }) => name) },
  });
}

function checkTexts(tasks: readonly TaskDefinition[], engine: Engine, options: Options): void {
  if (engine.tokenizer !== undefined || sendsMessages(engine, options) || engine.info.capabilities.completions) return;
  throw new UserError({
    code: 'chat-only',
    message: `${names(tasks)} were to be asked as plain texts, but ${nameOf(engine)} takes messages only.`,
    hint: 'Add --apply_chat_template: prompts are then sent as messages.',
    values: { tasks: tasks.map(({ name }) => name) },
  });
}

/** A single continuation counts as right when it is greedy (lambada); among choices only some metrics ask for it. */
function needsGreedyFlag({ config }: TaskDefinition): boolean {
  if (config.output_type === 'loglikelihood') return true;
  return config.metric_list?.some(({ metric }) => GREEDY_METRICS.has(metric)) ?? false;
}

function names(tasks: readonly TaskDefinition[]): string {
  const shown = tasks.slice(0, MOST_NAMES).map(({ name }) => name);
  return shown.join(', ') + (tasks.length > MOST_NAMES ? ` and ${tasks.length - MOST_NAMES} more tasks` : '');
}

function nameOf({ info }: Engine): string {
  return info.server === undefined ? `the ${info.engine} engine` : `${info.server.model} at ${info.server.address}`;
}

/** What was found out at opening, after the message. */
function reason(found: string | null | undefined): string {
  return found === undefined || found === null ? '' : `\n  ${found}`;
}
