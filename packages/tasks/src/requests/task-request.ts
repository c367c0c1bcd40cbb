import type { GenerationSettings } from './generation-settings.js';

/** What a model is asked for one document. */
export type TaskRequest =
  | { readonly kind: 'loglikelihood'; readonly context: string; readonly continuation: string }
  /** The log-likelihood of a whole text, window after window. */
  | { readonly kind: 'rolling'; readonly text: string }
  | ({
      readonly kind: 'generate';
      readonly context: string;
      /** The prompt of guidance, where it is not the prompt's last token alone. */
      readonly negativePrompt: string | undefined;
      /** The task's arguments as samples report them; the other fields are read from them. */
      readonly arguments: Readonly<Record<string, unknown>>;
    } & Pick<GenerationSettings, 'until' | 'maxTokens' | 'sampling' | 'decoding'>);

/** The first argument of a request in the reference harness: what `prompt_hash` is the hash of. */
export function promptOf(request: TaskRequest): string {
  return request.kind === 'rolling' ? request.text : request.context;
}
