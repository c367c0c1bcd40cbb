import type { Engine } from '@understudy/core';
import type { EvaluateOptions } from '../run/evaluate-options.js';

/**
 * Whether prompts go to an engine as messages: it has no tokenizer and applies the model's chat template itself. A template that the
 * user gives as a file is applied here, and the text is sent.
 */
export function sendsMessages(
  engine: Engine,
  { applyChatTemplate }: Pick<EvaluateOptions, 'applyChatTemplate'>,
): boolean {
  return applyChatTemplate === true && engine.tokenizer === undefined && engine.info.capabilities.chat;
}
