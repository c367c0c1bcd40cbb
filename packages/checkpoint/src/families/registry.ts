import type { Family } from './family.js';
import { gemma, gemma2, gemma3 } from './gemma.js';
import { gptNeox } from './gpt-neox.js';
import { llama, mistral, mixtral, qwen2 } from './llama.js';
import { phi, phi3 } from './phi.js';
import { stablelm } from './stablelm.js';

/** Families that can be read, by transformers' `model_type`. */
export const FAMILIES: Readonly<Record<string, Family>> = {
  gemma,
  gemma2,
  gemma3_text: gemma3,
  gpt_neox: gptNeox,
  llama,
  mistral,
  mixtral,
  phi,
  phi3,
  qwen2,
  stablelm,
};
