import { UsageError } from '../../errors/usage-error.js';
import type { Messages } from '../../messages/messages.js';
import type { GivenValue, GivenValues } from '../given-values.js';
import { harnessOptions } from './harness-options.js';

/** Names of the reference harness's backends that run a model themselves; its users write them after `--model`. */
const LOCAL_BACKENDS = new Set([
  'hf',
  'huggingface',
  'hf-auto',
  'vllm',
  'vllm-vlm',
  'sglang',
  'gguf',
  'ggml',
  'openvino',
]);

/** Those for models of a server. */
const SERVER_BACKENDS = new Set([
  'local-completions',
  'local-chat-completions',
  'openai-completions',
  'openai-chat-completions',
  'anthropic-chat',
  'anthropic-chat-completions',
]);

/** What the reference harness's own flags amount to here. */
export interface TranslatedOptions {
  readonly given: GivenValues;
  readonly notices: readonly string[];
}

/** `--model hf` names no model: that comes from `--model_args pretrained=…`. */
function withoutBackend(
  given: GivenValues,
  messages: Messages,
): { readonly given: GivenValues; readonly backend: string | undefined } {
  const { model, ...others } = given;
  const models = [model?.value].flat().map(String);
  if (model === undefined || !models.some((name) => LOCAL_BACKENDS.has(name) || SERVER_BACKENDS.has(name))) {
    return { given, backend: undefined };
  }
  const [name] = models;
  if (models.length === 1 && others['model_args'] !== undefined) {
    checkChat(name ?? '', model, others, messages);
    return { given: others, backend: name !== undefined && SERVER_BACKENDS.has(name) ? name : undefined };
  }
  throw new UsageError({
    code: 'option-refused',
    message: messages.errors.backendName(model.origin, models.join(' ')),
    hint: messages.harnessNotes.modelArgs,
  });
}

/** As in the reference harness, a chat backend takes messages, not texts. */
function checkChat(name: string, { origin }: GivenValue, given: GivenValues, { errors, harnessNotes }: Messages): void {
  const template = given['applyChatTemplate'];
  if (!name.includes('chat') || (template !== undefined && template.value !== false)) return;
  throw new UsageError({
    code: 'option-refused',
    message: errors.chatBackendWithoutTemplate(origin, name),
    hint: harnessNotes.modelArgs,
  });
}

/**
 * Replaces flags that only the reference harness has by ours. An option that was given explicitly wins over a
 * translated one. Raises `UsageError` for what is refused.
 */
export function translateHarness(given: GivenValues, messages: Messages): TranslatedOptions {
  const { given: own, backend } = withoutBackend(given, messages);
  const translations = harnessOptions.flatMap((option) => {
    const value = own[option.flag];
    return value === undefined ? [] : [option.translate(value, messages, { backend })];
  });
  return {
    given: Object.assign({}, ...translations.map((translation) => translation.given ?? {}), own) as GivenValues,
    notices: translations.flatMap((translation) => translation.notice ?? []),
  };
}
