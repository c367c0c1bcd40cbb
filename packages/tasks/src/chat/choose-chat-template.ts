import { UserError, type ChatTemplate } from '@understudy/core';

/** What can give a model's chat template. */
export interface ChatTemplateSources {
  /** What the user asks for; undefined leaves the choice to the model. */
  readonly given: ChatTemplate | undefined;
  /** Jinja of the model's own file. */
  readonly own: string | undefined;
  /** The template of the model's card. */
  readonly card: ChatTemplate | undefined;
}

/** The template of a model: the one asked for, else its file's own, else its card's; undefined where there is none. */
export function chooseChatTemplate({ given, own, card }: ChatTemplateSources): ChatTemplate | undefined {
  if (given !== undefined) return given;
  return own === undefined ? card : modelTemplate(own);
}

/** A template of which no more than the Jinja is known: all else is written in it, or in the vocabulary. */
export function plainTemplate(template: Pick<ChatTemplate, 'name' | 'origin' | 'jinja'>): ChatTemplate {
  return { ...template, system: undefined, stop: [], turns: 'many' };
}

function modelTemplate(jinja: string): ChatTemplate {
  return plainTemplate({ name: 'model', origin: 'model', jinja });
}

/** The error for a second question to a template that was made for one. */
export function singleTurnError({ name }: ChatTemplate): UserError {
  return new UserError({
    code: 'template-single-turn',
    message: `The chat template ${name} is made for one question and its answer; the conversation has more.`,
    hint: 'Examples go into the one question with --fewshot_as_multiturn false; in a chat, /reset starts over.',
    values: { template: name },
  });
}
