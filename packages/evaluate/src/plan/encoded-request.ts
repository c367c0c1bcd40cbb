import type { GeneratePrompt, ScoreRequest, Tokens } from '@understudy/core';
import type { TaskRequest } from '@understudy/tasks';

/** The task's requests of one kind. */
export type RequestOfKind<K extends TaskRequest['kind']> = Extract<TaskRequest, { kind: K }>;

/** The prompt of one task request, before it gets a number. */
export type EncodedRequest =
  | { readonly kind: 'score'; readonly prompts: readonly ScoreRequest['prompt'][]; readonly cut: number }
  | {
      readonly kind: 'generate';
      readonly prompt: GeneratePrompt;
      /** The prompt of guidance. */
      readonly negativePrompt: GeneratePrompt | undefined;
      readonly cut: number;
    };

/** The tokens a request starts with, as far as another document could share them: all but the last of the context. */
export function contextsOf(encoded: EncodedRequest): readonly Tokens[] {
  if (encoded.kind === 'generate')
    return encoded.prompt.kind === 'tokens' ? [encoded.prompt.tokens.subarray(0, -1)] : [];
  return encoded.prompts.flatMap((prompt) => (prompt.kind === 'tokens' ? [prompt.context.subarray(0, -1)] : []));
}
