import { Template } from '@huggingface/jinja';
import { DataError } from '@understudy/core';
import { rstripPython, stripPython } from '../python/white-space.js';
import type { ChatEnding, ChatMessage, ChatRenderer } from './chat-message.js';

/** A chat template and what it may refer to. */
export interface ChatTemplateOptions {
  /** The template, as the model's file has it. */
  readonly template: string;
  /** Special tokens by the names that templates use: `bos_token`, `eos_token`, … Absent ones are undefined there. */
  readonly specialTokens: Readonly<Record<string, string | undefined>>;
  /** Further variables, e.g. `enable_thinking`. */
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

/** Marks the end of the final message; what the template puts behind it is cut off. */
const END_MARK = 'CONTINUE_FINAL_MESSAGE_TAG ';

function chatError(action: string, cause: unknown): DataError {
  return new DataError({
    code: 'chat-template-failed',
    message: `${action} the model's chat template failed: ${cause instanceof Error ? cause.message : String(cause)}`,
    hint: 'Run without --apply_chat_template, or give the model another template.',
    cause,
  });
}

/**
 * Cuts the text right behind the final message. Where the template trims messages, the white space at the end of the
 * final one goes, too (transformers, `continue_final_message`).
 */
function cutBehindFinalMessage(text: string, finalMessage: string): string {
  const at = text.lastIndexOf(stripPython(END_MARK));
  if (at < 0 || !text.includes(stripPython(finalMessage))) {
    throw chatError('Continuing the final message with', new Error('the template leaves the final message out.'));
  }
  const before = text.slice(0, at);
  return text.startsWith(END_MARK, at) ? before : rstripPython(before);
}

/**
 * Opens a chat template, set up as transformers does it: trimmed blocks, `{% generation %}`, `tojson`, `raise_exception`,
 * `strftime_now`. A template that refuses the conversation gets it again without system messages, as in
 * lm-evaluation-harness. Throws `DataError` when it is malformed, and from `render` when it refuses twice.
 */
export function createChatRenderer(options: ChatTemplateOptions): ChatRenderer {
  let template: Template;
  try {
    template = new Template(options.template);
  } catch (error) {
    throw chatError('Reading', error);
  }

  function renderOnce(messages: readonly ChatMessage[], { ending }: ChatEnding): string {
    const final = messages.at(-1);
    const isContinued = ending === 'continue' && final !== undefined;
    const shown = isContinued ? [...messages.slice(0, -1), { ...final, content: final.content + END_MARK }] : messages;
    const text = template.render({
      messages: shown,
      tools: null,
      documents: null,
      add_generation_prompt: ending === 'answer',
      ...Object.fromEntries(Object.entries(options.specialTokens).filter(([, token]) => token !== undefined)),
      ...options.variables,
    });
    return isContinued ? cutBehindFinalMessage(text, final.content) : text;
  }

  return {
    render: (messages, ending) => {
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
          throw DataError.isInstance(error) ? error : chatError('Rendering a conversation with', error);
        }
      }
    },
  };
}
