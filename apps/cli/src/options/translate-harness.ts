import { UsageError } from '../errors/usage-error.js';
import type { Messages } from '../messages/messages.js';
import type { GivenValues } from './given-values.js';
import { harnessOptions } from './harness-options.js';

/** Names of the reference harness's backends, which its users write after `--model`. */
const BACKENDS = new Set(['hf', 'huggingface', 'hf-auto', 'vllm', 'vllm-vlm', 'sglang', 'gguf', 'ggml', 'openvino']);

/** What the reference harness's own flags amount to here. */
export interface TranslatedOptions {
  readonly given: GivenValues;
  readonly notices: readonly string[];
}

/** `--model hf` says nothing here: the model comes from `--model_args pretrained=…`. */
function withoutBackend(given: GivenValues, messages: Messages): GivenValues {
  const { model, ...others } = given;
  const models = [model?.value].flat();
  if (model === undefined || !models.some((name) => BACKENDS.has(String(name)))) return given;
  if (models.length === 1 && others['model_args'] !== undefined) return others;
  throw new UsageError({
    code: 'option-refused',
    message: messages.errors.backendName(model.origin, models.join(' ')),
    hint: messages.harnessNotes.modelArgs,
  });
}

/**
 * Replaces flags that only the reference harness has by ours. An option that was given explicitly wins over a
 * translated one. Raises `UsageError` for what is refused.
 */
export function translateHarness(given: GivenValues, messages: Messages): TranslatedOptions {
  const own = withoutBackend(given, messages);
  const translations = harnessOptions.flatMap((option) => {
    const value = own[option.flag];
    return value === undefined ? [] : [option.translate(value, messages)];
  });
  return {
    given: Object.assign({}, ...translations.map((translation) => translation.given ?? {}), own) as GivenValues,
    notices: translations.flatMap((translation) => translation.notice ?? []),
  };
}
