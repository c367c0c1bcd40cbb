import { UserError, type TokenizerInfo } from '@understudy/core';
import { createChatRenderer, openTask, type ChatRenderer, type Task, type TaskSelection } from '@understudy/tasks';
import type { EvaluateOptions, EvaluateServices } from '../run/evaluate-options.js';

/** What the tasks of a run are opened with. */
export interface OpenTasksOptions {
  readonly selection: TaskSelection;
  readonly options: EvaluateOptions;
  readonly openDataset: EvaluateServices['openDataset'];
  /** The tokenizer's facts, asked for only with a chat template; undefined for an engine that takes text. */
  readonly tokenizer: () => Promise<TokenizerInfo | undefined>;
  /** Name of the model, for messages. */
  readonly model: string;
}

/** Opens the leaf tasks of a selection: their data sets are fetched, their first rows are not yet read. */
export async function openTasks(given: OpenTasksOptions): Promise<readonly Task[]> {
  const { selection, options, openDataset } = given;
  const chat = await openChat(given);
  const tasks: Task[] = [];
  for (const definition of selection.tasks) {
    tasks.push(
      await openTask(definition, {
        openDataset,
        numFewshot: options.numFewshot,
        fewshotSeed: options.seeds.fewshot,
        systemInstruction: options.systemInstruction,
        chat,
        fewshotAsMultiturn: options.fewshotAsMultiturn,
        genKwargs: options.genKwargs,
        predictOnly: options.predictOnly,
      }),
    );
  }
  return tasks;
}

/** The chat template asked for: a text given with the option, else the model's own. */
async function openChat({ options, tokenizer, model }: OpenTasksOptions): Promise<ChatRenderer | undefined> {
  const { applyChatTemplate } = options;
  if (applyChatTemplate === false) return undefined;
  const info = await tokenizer();
  const template = applyChatTemplate === true ? info?.chatTemplate : applyChatTemplate;
  if (template === undefined) {
    throw new UserError({
      code: 'no-chat-template',
      message: `The model ${model} has no chat template.`,
      hint: 'Leave --apply_chat_template out, or give a template file: --apply_chat_template FILE.',
    });
  }
  const specialTokens = { bos_token: info?.bos?.text, eos_token: info?.eos?.text };
  return createChatRenderer({ template, specialTokens });
}
