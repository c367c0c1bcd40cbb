import { Template } from '@huggingface/jinja';
import { DataError, type ChatTemplate } from '@understudy/core';
import { rstripPython, stripPython } from '../python/white-space.js';
import type { ChatEnding, ChatMessage, ChatRenderer } from './chat-message.js';
import { singleTurnError } from './choose-chat-template.js';

/** A chat template and what it may refer to. */
export interface ChatTemplateOptions {
  readonly template: ChatTemplate;
  /** Special tokens by the names that templates use: `bos_token`, `eos_token`, … Absent ones are undefined there. */
  readonly specialTokens: Readonly<Record<string, string | undefined>>;
  /** Further variables, e.g. `enable_thinking`. */
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

/** Marks the end of the final message; what the template puts behind it is cut off. */
const END_MARK = 'CONTINUE_FINAL_MESSAGE_TAG ';

function chatError(action: string, { name }: ChatTemplate, cause: unknown): DataError {
  const which = name === 'model' ? "the model's chat template" : `the chat template ${name}`;
  return new DataError({
    code: 'chat-template-failed',
    message: `${action} ${which} failed: ${cause instanceof Error ? cause.message : String(cause)}`,
    hint: 'Run without --apply_chat_template, or give the model another template.',
    cause,
  });
}

/**
 * Cuts the text right behind the final message; undefined where the template leaves it out. Where the template trims
 * messages, the white space at the end of the final one goes, too (transformers, `continue_final_message`).
 */
function cutBehindFinalMessage(text: string, finalMessage: string): string | undefined {
  const at = text.lastIndexOf(stripPython(END_MARK));
  if (at < 0 || !text.includes(stripPython(finalMessage))) return undefined;
  const before = text.slice(0, at);
  return text.startsWith(END_MARK, at) ? before : rstripPython(before);
}

/** True where a question follows an answer. */
function hasSecondTurn(messages: readonly ChatMessage[]): boolean {
  const answered = messages.findIndex(({ role }) => role === 'assistant');
  return answered >= 0 && messages.slice(answered).some(({ role }) => role === 'user');
}

/** The conversation, with the template's own system message where it has none. */
function withSystem(messages: readonly ChatMessage[], { system }: ChatTemplate): readonly ChatMessage[] {
  if (system === undefined || messages[0]?.role === 'system') return messages;
  return [{ role: 'system', content: system }, ...messages];
}

/**
 * Opens a chat template, set up as transformers does it: trimmed blocks, `{% generation %}`, `tojson`, `raise_exception`,
 * `strftime_now`. A template that refuses the conversation gets it again without system messages, as in
 * lm-evaluation-harness. Throws `DataError` when it is malformed, and from `render` when it refuses twice; `UserError`
 * `template-single-turn` for a second question where the template is made for one.
 */
export function createChatRenderer({ template, specialTokens, variables }: ChatTemplateOptions): ChatRenderer {
  let compiled: Template;
  try {
    compiled = new Template(template.jinja);
  } catch (error) {
    throw chatError('Reading', template, error);
  }

  function renderOnce(messages: readonly ChatMessage[], { ending }: ChatEnding): string {
    const final = messages.at(-1);
    const isContinued = ending === 'continue' && final !== undefined;
    const shown = isContinued ? [...messages.slice(0, -1), { ...final, content: final.content + END_MARK }] : messages;
    const text = compiled.render({
      messages: shown,
      tools: null,
      documents: null,
      add_generation_prompt: ending === 'answer',
      ...Object.fromEntries(Object.entries(specialTokens).filter(([, token]) => token !== undefined)),
      ...variables,
    });
    if (!isContinued) return text;
    const cut = cutBehindFinalMessage(text, final.content);
    if (cut !== undefined) return cut;
    const cause = new Error('the template leaves the final message out.');
    throw chatError('Continuing the final message with', template, cause);
  }

  return {
    render: (given, ending) => {
      if (template.turns === 'one' && hasSecondTurn(given)) throw singleTurnError(template);
      const messages = withSystem(given, template);
      try {
        return renderOnce(messages, ending);
      } catch {
        // The second failure, if any, is the one that counts.
        try {
          return renderOnce(
            messages.filter((message) => message.role !== 'system'),
            ending,
          );
        } catch (error) {
          throw DataError.isInstance(error) ? error : chatError('Rendering a conversation with', template, error);
        }
      }
    },
  };
}
