import { UserError, type EngineCapabilities } from '@understudy/core';
import type { JudgePrompt } from '../prompts/judge-prompt.js';

/**
 * How a judge says its verdict: `json` where the engine holds it to a schema, `text` with a token in double brackets, `token` by the
 * log-probabilities of the two letters, which is a preference between 0 and 1 (Dubois et al. 2024, arXiv:2404.04475).
 */
export const VERDICT_FORMS = ['text', 'json', 'token'] as const;
export type VerdictForm = (typeof VERDICT_FORMS)[number];

/**
 * The form asked for, else `json` where the engine can hold a text to a schema, else `text`. Throws `UserError`
 * `verdict-form` for a form that engine or prompt cannot do.
 */
export function chooseVerdictForm(
  capabilities: EngineCapabilities,
  { prompt, wanted }: { readonly prompt: JudgePrompt; readonly wanted: VerdictForm | 'auto' },
): VerdictForm {
  const canJson = capabilities.decoding.includes('json_schema');
  switch (wanted) {
    case 'auto':
      return canJson ? 'json' : 'text';
    case 'text':
      return 'text';
    case 'json':
      if (!canJson) throw cannot('json', 'the judge cannot be held to a JSON schema', 'text or auto');
      return 'json';
    case 'token':
      if (prompt.mode === 'single' || prompt.verdict.token === undefined) {
        throw cannot('token', `the prompt ${prompt.name} has no one-letter verdict`, 'text or auto');
      }
      if (capabilities.logProbabilities !== 'continuation') {
        throw cannot('token', 'the judge gives no log-probabilities of given texts', 'text or auto');
      }
      return 'token';
    default:
      return wanted satisfies never;
  }
}

function cannot(form: VerdictForm, problem: string, instead: string): UserError {
  return new UserError({
    code: 'verdict-form',
    message: `Verdicts of the form ${form} were asked for, but ${problem}.`,
    hint: `Use the form ${instead}.`,
    values: { form },
  });
}
