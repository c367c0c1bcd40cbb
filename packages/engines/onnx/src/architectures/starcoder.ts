import { gpt2 } from './gpt2.js';
import type { ModelSource } from './model-source.js';
import type { TextModel } from './text-model.js';

/** StarCoder (Li et al. 2023, arXiv:2305.06161), WizardCoder: GPT-2 with one head of K and V, which the metadata says. */
export function starcoder(source: ModelSource): TextModel {
  return gpt2(source);
}
